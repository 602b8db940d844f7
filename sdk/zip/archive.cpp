// SPDX-License-Identifier: Apache-2.0
/// The archive over libzip: what it claims is checked while it is read, never believed.
#include "weft/zip/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <unordered_map>

#include "weft/ascii.hpp"
#include "weft/error.hpp"

namespace weft {
namespace {

std::string without_decoration(std::string_view path) {
  std::string out(path);
  std::replace(out.begin(), out.end(), '\\', '/');
  std::size_t skip = 0;
  while (out.compare(skip, 1, "/") == 0 || out.compare(skip, 2, "./") == 0)
    skip += out[skip] == '/' ? 1U : 2U;
  return out.substr(skip);
}

std::string folded_path(std::string_view path) {
  return ascii_lowered(without_decoration(path));
}

std::string mebibytes(std::uint64_t bytes) {
  return std::to_string(bytes >> 20U) + " MiB";
}

zip_t* open_archive(std::string_view bytes) {
  if (bytes.empty()) throw Error(WEFT_E_INPUT, "the file is empty");
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr && source != nullptr) zip_source_free(source);
  const std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (zip == nullptr)
    throw Error(WEFT_E_INPUT, "no whole zip archive (" + reason +
                                  "): the file is cut off or damaged; fetch or save it again");
  return zip;
}

struct CloseArchive {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseMember {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

struct ZipArchive::State {
  std::unique_ptr<zip_t, CloseArchive> zip;
  ZipLimits limits;
  std::uint64_t read = 0;  ///< bytes of all members so far
  std::vector<std::string> names;
  std::unordered_map<std::string, std::size_t> by_name;    ///< undecorated
  std::unordered_map<std::string, std::size_t> by_folded;  ///< and in lower case

  [[nodiscard]] std::size_t index_of(std::string_view path) const {
    const auto exact = by_name.find(without_decoration(path));
    if (exact != by_name.end()) return exact->second;
    const auto near = by_folded.find(folded_path(path));
    return near == by_folded.end() ? names.size() : near->second;
  }
  [[nodiscard]] zip_stat_t stat(std::size_t index) const;
  void check_growth(const std::string& name, std::uint64_t size, std::uint64_t packed) const;
  std::string read_member(std::size_t index);
};

zip_stat_t ZipArchive::State::stat(std::size_t index) const {
  zip_stat_t found;
  zip_stat_init(&found);
  if (zip_stat_index(zip.get(), index, ZIP_FL_UNCHANGED, &found) != 0)
    throw Error(WEFT_E_INPUT, names[index] + ": the archive's entry is damaged");
  if ((found.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && found.encryption_method != ZIP_EM_NONE)
    throw Error(WEFT_E_UNSUPPORTED,
                names[index] + ": encrypted; save the file again without a password");
  const bool known = found.comp_method == ZIP_CM_STORE || found.comp_method == ZIP_CM_DEFLATE;
  if ((found.valid & ZIP_STAT_COMP_METHOD) != 0 && !known)
    throw Error(WEFT_E_UNSUPPORTED, names[index] + ": compressed by method " +
                                        std::to_string(found.comp_method) +
                                        "; only stored and deflated members are read");
  return found;
}

void ZipArchive::State::check_growth(const std::string& name, std::uint64_t size,
                                     std::uint64_t packed) const {
  if (read + size > limits.total)
    throw Error(WEFT_E_LIMIT, name + ": the archive unpacks to more than " +
                                  mebibytes(limits.total) + "; raise max-size if it is no bomb");
  if (size > limits.ratio_from && size / limits.ratio > packed)
    throw Error(WEFT_E_LIMIT, name + ": unpacks to more than " + std::to_string(limits.ratio) +
                                  " times its size; raise max-ratio if it is no bomb");
}

std::string ZipArchive::State::read_member(std::size_t index) {
  const std::string& name = names[index];
  const zip_stat_t found = stat(index);
  const std::unique_ptr<zip_file_t, CloseMember> file(
      zip_fopen_index(zip.get(), index, ZIP_FL_UNCHANGED));
  const auto damaged = [&](const char* reason) {
    return Error(WEFT_E_INPUT, name + ": damaged (" + reason + "); fetch or save the file again");
  };
  if (!file) throw damaged(zip_strerror(zip.get()));
  check_growth(name, found.size, found.comp_size);
  std::string out;
  constexpr std::size_t kStep = std::size_t{1} << 20U;
  // The claimed size is room to begin with, up to a step: a lie costs no memory.
  std::size_t size = 0;
  std::size_t room = std::min<std::size_t>(found.size + 1, kStep);
  while (true) {
    out.resize(size + room);
    const zip_int64_t got = zip_fread(file.get(), out.data() + size, room);
    if (got < 0) throw damaged(zip_error_strerror(zip_file_get_error(file.get())));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    check_growth(name, size, found.comp_size);
    room = std::max(kStep, size / 2);
  }
  out.resize(size);
  if (size != found.size) throw damaged("its size is not what the archive claims");
  read += size;
  return out;
}

ZipArchive::ZipArchive(std::string_view bytes, const ZipLimits& limits)
    : state_(std::make_unique<State>()) {
  state_->limits = limits;
  state_->zip.reset(open_archive(bytes));
  const zip_int64_t count = zip_get_num_entries(state_->zip.get(), ZIP_FL_UNCHANGED);
  if (count > 0 && static_cast<std::uint64_t>(count) > limits.members)
    throw Error(WEFT_E_LIMIT, "the archive has " + std::to_string(count) + " members, more than " +
                                  std::to_string(limits.members) +
                                  "; raise max-members if it is no bomb");
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* name = zip_get_name(state_->zip.get(), index, ZIP_FL_UNCHANGED);
    state_->names.emplace_back(name == nullptr ? "" : name);
    state_->by_name.try_emplace(without_decoration(state_->names.back()), index);
    state_->by_folded.try_emplace(folded_path(state_->names.back()), index);
  }
}

ZipArchive::~ZipArchive() = default;

const std::vector<std::string>& ZipArchive::names() const {
  return state_->names;
}

std::string_view ZipArchive::find(std::string_view path) const {
  const std::size_t index = state_->index_of(path);
  return index < state_->names.size() ? std::string_view(state_->names[index]) : std::string_view();
}

std::string ZipArchive::read(std::string_view path) {
  const std::size_t index = state_->index_of(path);
  if (index >= state_->names.size())
    throw Error(WEFT_E_INPUT, "the archive has no member " + std::string(path));
  return state_->read_member(index);
}

}  // namespace weft
