// SPDX-License-Identifier: Apache-2.0
/// Writing and reading document images.
#include "core/document/image.hpp"

#include <xxhash.h>

#include <bit>
#include <cstring>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "core/document/check_document.hpp"
#include "core/document/name_table.hpp"
#include "core/document/view_of.hpp"
#include "weft/error.hpp"

namespace weft {
namespace {

static_assert(std::endian::native == std::endian::little, "images are written as the memory lies");

constexpr char kMagic[8] = {'W', 'E', 'F', 'T', 'D', 'O', 'C', '1'};

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t reserved;
  std::uint64_t size;  // of the whole image
  XXH128_canonical_t hash;
};

class Writer {
 public:
  template <class Item>
  void item(const Item& value) {
    static_assert(std::is_trivially_copyable_v<Item>);
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  template <class Item>
  void items(const Item* first, std::size_t count) {
    item(std::uint64_t{count});
    if (count != 0) out_.append(reinterpret_cast<const char*>(first), count * sizeof(Item));
  }
  void text(std::string_view value) {
    item(std::uint64_t{value.size()});
    out_.append(value);
  }
  void text(weft_str value) { text(view_of(value)); }
  std::string& bytes() { return out_; }

 private:
  std::string out_;
};

/// Positions (from 1) of the names a document uses, in order of first use.
class NameList {
 public:
  weft_id operator()(weft_id name) {
    if (name == 0) return 0;
    const auto [found, is_new] = positions_.emplace(name, static_cast<weft_id>(names_.size() + 1));
    if (is_new) names_.push_back(name);
    return found->second;
  }
  [[nodiscard]] const std::vector<weft_id>& names() const { return names_; }

 private:
  std::unordered_map<weft_id, weft_id> positions_;
  std::vector<weft_id> names_;
};

void write_texts(Writer& out, const StoredDocument& document) {
  out.item(std::uint64_t{document.sources.size()});
  for (const weft_source& source : document.sources) {
    for (const weft_str text : {source.uri, source.media_type, source.encoding, source.hash})
      out.text(text);
    out.item(std::uint64_t{source.bytes.size});
    const bool nested = document.is_nested(source.id);
    out.item(std::uint32_t{nested ? 1U : 0U});
    if (nested) out.text(source.bytes);
  }
  out.item(std::uint64_t{document.views.size()});
  for (const weft_view& view : document.views) {
    for (const weft_str text : {view.name, view.lang, view.media_type, view.text})
      out.text(text);
    out.item(view.source);
    out.item(view.parent);
    out.items(view.runs, view.n_runs);
  }
}

void write_items(Writer& out, const StoredDocument& document, NameList& names) {
  std::vector<weft_span> spans = document.spans;
  for (weft_span& span : spans)
    span.type = names(span.type);
  std::vector<weft_link> links = document.links;
  for (weft_link& link : links)
    link.type = names(link.type);
  std::vector<weft_end> ends = document.ends;
  for (weft_end& end : ends)
    end.role = names(end.role);
  out.items(spans.data(), spans.size());
  out.items(links.data(), links.size());
  out.items(ends.data(), ends.size());
  out.item(std::uint64_t{document.attrs.size()});
  for (weft_attr attr : document.attrs) {
    attr.key = names(attr.key);
    attr.origin = names(attr.origin);
    const weft_str text = attr.value.as.string;
    const bool is_text = attr.value.kind == WEFT_VALUE_STRING;
    if (is_text) attr.value.as.string = {nullptr, 0};
    out.item(attr);
    if (is_text) out.text(text);
  }
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_(bytes) {}

  template <class Item>
  Item item() {
    Item value;
    std::memcpy(&value, take(sizeof value), sizeof value);
    return value;
  }
  template <class Item>
  std::vector<Item> items() {
    const auto count = item<std::uint64_t>();
    if (count > left_.size() / sizeof(Item)) fail("an array is cut off");
    std::vector<Item> out(count);
    if (count != 0) std::memcpy(out.data(), take(count * sizeof(Item)), count * sizeof(Item));
    return out;
  }
  std::string_view text() {
    const auto size = item<std::uint64_t>();
    if (size > left_.size()) fail("a string is cut off");
    return {take(size), size};
  }
  /// A count of items that each take at least one byte: never believe more than could follow.
  std::size_t count() {
    const auto value = item<std::uint64_t>();
    if (value > left_.size()) fail("a count is larger than the image");
    return value;
  }
  [[nodiscard]] bool at_end() const { return left_.empty(); }
  [[noreturn]] static void fail(const std::string& why) {
    throw Error(WEFT_E_INPUT, "damaged document image: " + why);
  }

 private:
  const char* take(std::size_t size) {
    if (size > left_.size()) fail("it ends too early");
    const char* at = left_.data();
    left_.remove_prefix(size);
    return at;
  }
  std::string_view left_;
};

void read_texts(Reader& in, StoredDocument& document) {
  const std::size_t sources = in.count();
  for (std::size_t i = 0; i < sources; ++i) {
    const std::string_view uri = in.text();
    const std::string_view media_type = in.text();
    const std::string_view encoding = in.text();
    const std::string_view hash = in.text();
    document.add_source(uri, media_type, hash, {}, nullptr);
    weft_source& source = document.sources.back();
    source.encoding = document.arena.copy(encoding);
    source.bytes.size = in.item<std::uint64_t>();
    if (in.item<std::uint32_t>() == 0) continue;
    auto bytes = std::make_shared<const std::string>(in.text());
    if (bytes->size() != source.bytes.size) Reader::fail("a source's bytes");
    source.bytes.data = bytes->data();
    document.held.push_back(std::move(bytes));
    document.nested.push_back(source.id);
  }
  const std::size_t views = in.count();
  for (std::size_t i = 0; i < views; ++i) {
    weft_view view{};
    view.size = sizeof view;
    view.id = static_cast<weft_id>(i + 1);
    for (weft_str* text : {&view.name, &view.lang, &view.media_type, &view.text}) {
      *text = document.arena.copy(in.text());
    }
    view.source = in.item<weft_id>();
    view.parent = in.item<weft_id>();
    const auto runs = in.items<weft_run>();
    view.runs = document.arena.copy(runs);
    view.n_runs = runs.size();
    document.views.push_back(view);
  }
}

void read_items(Reader& in, StoredDocument& document) {
  document.spans = in.items<weft_span>();
  document.links = in.items<weft_link>();
  document.ends = in.items<weft_end>();
  const std::size_t attrs = in.count();
  for (std::size_t i = 0; i < attrs; ++i) {
    auto attr = in.item<weft_attr>();
    if (attr.value.kind == WEFT_VALUE_STRING) attr.value.as.string = document.arena.copy(in.text());
    document.attrs.push_back(attr);
  }
}

void rename_items(StoredDocument& document, const std::vector<weft_id>& names) {
  const auto name = [&](weft_id position) -> weft_id {
    if (position == 0) return 0;
    if (position > names.size()) Reader::fail("an item uses a name that is not there");
    return names[position - 1];
  };
  for (weft_span& span : document.spans)
    span.type = name(span.type);
  for (weft_link& link : document.links)
    link.type = name(link.type);
  for (weft_end& end : document.ends)
    end.role = name(end.role);
  for (weft_attr& attr : document.attrs) {
    attr.key = name(attr.key);
    attr.origin = name(attr.origin);
  }
}

}  // namespace

std::string write_image(const StoredDocument& document) {
  Writer out;
  out.item(Header{});
  out.text(std::string_view(document.id));
  out.item(document.next_span);
  out.item(document.next_link);
  write_texts(out, document);
  NameList names;
  write_items(out, document, names);
  out.item(std::uint64_t{names.names().size()});
  for (const weft_id name : names.names())
    out.text(interned_name(name));

  std::string bytes = std::move(out.bytes());
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.version = kImageVersion;
  header.size = bytes.size();
  XXH128_canonicalFromHash(
      &header.hash, XXH3_128bits(bytes.data() + sizeof header, bytes.size() - sizeof header));
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

StoredDocument read_image(std::string_view image) {
  Reader in(image);
  const auto header = in.item<Header>();
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0)
    Reader::fail("it does not start with WEFTDOC1");
  if (header.version != kImageVersion) {
    Reader::fail("format version " + std::to_string(header.version) + ", this weft reads " +
                 std::to_string(kImageVersion));
  }
  if (header.size != image.size()) Reader::fail("it is not as long as it says");
  XXH128_canonical_t hash;
  XXH128_canonicalFromHash(
      &hash, XXH3_128bits(image.data() + sizeof header, image.size() - sizeof header));
  if (std::memcmp(&hash, &header.hash, sizeof hash) != 0) Reader::fail("its checksum is wrong");

  StoredDocument document(in.text());
  document.next_span = in.item<weft_id>();
  document.next_link = in.item<weft_id>();
  read_texts(in, document);
  read_items(in, document);
  std::vector<weft_id> names(in.count());
  for (weft_id& name : names) {
    name = intern(in.text());
    if (name == 0) Reader::fail("a bad name");
  }
  if (!in.at_end()) Reader::fail("bytes behind its end");
  rename_items(document, names);
  check_document(document);
  return document;
}

}  // namespace weft
