// SPDX-License-Identifier: Apache-2.0
/// UTF-8 is checked and copied here; the other encodings go through ICU's converters, in slices.

#include "transcode.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "weft/error.hpp"
#include "weft/offset_map.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Grows a Decoded and its runs.
class Writer {
 public:
  explicit Writer(const Encoding& encoding) { out_.encoding = encoding.name; }

  void reserve(std::size_t size) { out_.text.reserve(size); }

  void copy(std::string_view valid, std::size_t there) {
    const std::uint32_t here = position(valid.size());
    out_.text.append(valid);
    map_.copy(here, there, static_cast<std::uint32_t>(valid.size()));
  }
  /// The text since `here` stands for `there_size` bytes at `there`.
  void map_since(std::uint32_t here, std::size_t there, std::size_t there_size) {
    const auto size = static_cast<std::uint32_t>(out_.text.size() - here);
    map_.whole(here, size, there, static_cast<std::uint32_t>(there_size));
  }
  void repair(std::size_t there, std::size_t there_size) {
    const std::uint32_t here = position(3);
    append_code_point(out_.text, kReplacement);
    map_since(here, there, there_size);
    ++out_.repaired;
  }
  void append(char32_t point) {
    if (point == 0) point = kReplacement;
    append_code_point(out_.text, point);
  }
  void count_repairs(std::uint64_t count) { out_.repaired += count; }

  /// Where the next `size` bytes of text begin.
  [[nodiscard]] std::uint32_t position(std::size_t size) const {
    if (out_.text.size() + size >= std::numeric_limits<std::uint32_t>::max()) {
      throw Error(WEFT_E_LIMIT,
                  "the decoded text reaches 4 GiB, which a view cannot hold; split the source");
    }
    return static_cast<std::uint32_t>(out_.text.size());
  }
  Decoded finish() {
    out_.runs = map_.take();
    return std::move(out_);
  }

 private:
  Decoded out_;
  OffsetMapBuilder map_;
};

/// Bytes of the ill-formed part at `offset`: the longest that could have begun a character, at
/// least 1 (Unicode 15, section 3.9, substitution of maximal subparts).
std::size_t broken_size(std::string_view bytes, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(bytes[offset]);
  const std::size_t wanted = lead < 0xC2 || lead > 0xF4 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  std::string candidate(bytes.substr(offset, 1));
  for (std::size_t size = 1; size < wanted && offset + size < bytes.size(); ++size) {
    // Can the bytes so far still be completed? Then one of the two extreme tails makes them whole.
    candidate.push_back(bytes[offset + size]);
    std::string low = candidate;
    std::string high = candidate;
    low.resize(wanted, '\x80');
    high.resize(wanted, '\xBF');
    if (sequence_size(low, 0) == 0 && sequence_size(high, 0) == 0) return size;
  }
  return std::max<std::size_t>(1, std::min(wanted, bytes.size() - offset));
}

Decoded transcode_utf8(std::string_view bytes, std::size_t begin, const Encoding& encoding) {
  Writer writer(encoding);
  writer.reserve(bytes.size() - begin);
  std::size_t next_nul = begin;  // found once and not at every repair: the cost stays linear
  while (begin < bytes.size()) {
    if (next_nul <= begin) next_nul = std::min(bytes.find('\0', begin), bytes.size());
    const std::string_view rest = bytes.substr(begin, next_nul - begin);
    const std::size_t plain = std::min(rest.size(), find_invalid_utf8(rest));
    writer.copy(rest.substr(0, plain), begin);
    begin += plain;
    if (begin == bytes.size()) break;
    const std::size_t size = bytes[begin] == '\0' ? 1 : broken_size(bytes, begin);
    writer.repair(begin, size);
    begin += size;
  }
  return writer.finish();
}

/// Called by ICU for what is no text; writes U+FFFD and counts.
void U_CALLCONV replace_and_count(const void* context, UConverterToUnicodeArgs* args, const char*,
                                  int32_t, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  *status = U_ZERO_ERROR;
  ++*static_cast<std::uint64_t*>(const_cast<void*>(context));
  const UChar unit = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &unit, 1, 0, status);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

[[noreturn]] void fail(const Encoding& encoding, UErrorCode status) {
  throw Error(WEFT_E_INTERNAL,
              "ICU cannot decode " + std::string(encoding.name) + ": " + u_errorName(status));
}

Converter open_converter(const Encoding& encoding, std::uint64_t& repaired) {
  UErrorCode status = U_ZERO_ERROR;
  Converter out(ucnv_open(encoding.converter, &status));
  if (U_SUCCESS(status)) {
    ucnv_setToUCallBack(out.get(), replace_and_count, &repaired, nullptr, nullptr, &status);
  }
  if (U_FAILURE(status)) fail(encoding, status);
  return out;
}

/// One slice of input through a converter. A character cut by a slice's end comes with the next.
class SliceDecoder {
 public:
  SliceDecoder(std::string_view bytes, const Encoding& encoding)
      : bytes_(bytes),
        encoding_(encoding),
        converter_(open_converter(encoding, repaired_)),
        writer_(encoding) {}

  Decoded run(std::size_t begin) {
    constexpr std::size_t kSlice = 1U << 16U;
    while (begin < bytes_.size()) {
      const std::size_t end = std::min(begin + kSlice, bytes_.size());
      decode_slice(begin, end);
      begin = end;
    }
    writer_.count_repairs(repaired_);
    return writer_.finish();
  }

 private:
  std::size_t pending() {
    UErrorCode status = U_ZERO_ERROR;
    const int32_t count = ucnv_toUCountPending(converter_.get(), &status);
    return U_FAILURE(status) || count < 0 ? 0 : static_cast<std::size_t>(count);
  }

  void decode_slice(std::size_t begin, std::size_t end) {
    const std::size_t first = begin - std::min(begin, pending());
    units_.resize((end - begin) * 2 + 64);
    offsets_.resize(units_.size());
    UChar* target = units_.data();
    const char* source = bytes_.data() + begin;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter_.get(), &target, units_.data() + units_.size(), &source,
                   bytes_.data() + end, offsets_.data(),
                   static_cast<UBool>(end == bytes_.size() ? 1 : 0), &status);
    if (U_FAILURE(status)) fail(encoding_, status);
    const auto count = static_cast<std::size_t>(target - units_.data());
    const std::size_t stop = end - std::min(end, pending());
    for (std::size_t i = 0; i < count;) {
      const std::size_t from =
          offsets_[i] < 0 ? first : begin + static_cast<std::size_t>(offsets_[i]);
      i = write_group(i, count, from, begin, stop);
    }
  }

  /// Writes the units that come from one place; returns the index behind them.
  std::size_t write_group(std::size_t i, std::size_t count, std::size_t from, std::size_t begin,
                          std::size_t stop) {
    const std::uint32_t here = writer_.position(16);
    const int32_t offset = offsets_[i];
    while (i < count && offsets_[i] == offset) {
      char32_t point = units_[i++];
      if (U16_IS_LEAD(point) && i < count && U16_IS_TRAIL(units_[i]))
        point = 0x10000U + ((point - 0xD800U) << 10U) + (units_[i++] - 0xDC00U);
      if (point >= 0xA0 && point <= 0xFF && !encoding_.upper.empty())
        point = encoding_.upper[point - 0xA0];
      // ICU reads the backslash of ISO 646-KR as a won sign; the web reads EUC-KR's as itself.
      if (point == 0x20A9 && encoding_.name == "ISO-2022-KR") point = '\\';
      if (point == 0) ++repaired_;
      writer_.append(U16_IS_SURROGATE(point) ? kReplacement : point);
    }
    const std::size_t to = i < count ? begin + static_cast<std::size_t>(offsets_[i]) : stop;
    writer_.map_since(here, from, to > from ? to - from : 0);
    return i;
  }

  std::string_view bytes_;
  const Encoding& encoding_;
  std::uint64_t repaired_ = 0;
  Converter converter_;
  Writer writer_;
  std::vector<UChar> units_;
  std::vector<int32_t> offsets_;
};

}  // namespace

Decoded transcode(std::string_view bytes, std::size_t begin, const Encoding& encoding) {
  if (encoding.name == "UTF-8") return transcode_utf8(bytes, begin, encoding);
  return SliceDecoder(bytes, encoding).run(begin);
}

}  // namespace weft
