// SPDX-License-Identifier: Apache-2.0
/// Finding the inputs of a run.
#include "core/run/inputs.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <system_error>

#include "core/run/glob.hpp"
#include "weft/error.hpp"
#include "weft/utf8.hpp"

namespace weft {
namespace {

namespace fs = std::filesystem;

/// File names are bytes; ids are text. What is not UTF-8, a control character or a '%' is written
/// %XX, so that no two names share an id.
std::string id_of(const fs::path& relative) {
  const std::string bytes = relative.generic_string();
  std::string id;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t size = sequence_size(bytes, i);
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (size != 0 && byte >= 0x20 && byte != 0x7F && byte != '%') {
      id += bytes.substr(i, size);
      i += size;
      continue;
    }
    constexpr std::string_view kHex = "0123456789ABCDEF";
    id += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    ++i;
  }
  return id;
}

bool is_hidden(std::string_view id) {
  return id.front() == '.' || id.find("/.") != std::string_view::npos;
}

bool wanted(const InputQuery& query, std::string_view id) {
  const auto matches = [&](const std::string& pattern) { return matches_glob(pattern, id); };
  if (std::ranges::any_of(query.exclude, matches)) return false;
  return query.include.empty() ? !is_hidden(id) : std::ranges::any_of(query.include, matches);
}

Input describe(const fs::path& path, std::string id) {
  Input input{std::move(id), path, 0, {}};
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error || status.type() == fs::file_type::not_found) {
    input.problem =
        fs::is_symlink(path) ? "a link to nothing" : "cannot be read: " + error.message();
  } else if (status.type() != fs::file_type::regular) {
    input.problem = "not a regular file";
  } else {
    input.size = fs::file_size(path, error);
    if (error) input.problem = "cannot be read: " + error.message();
  }
  return input;
}

void walk(const InputQuery& query, const fs::path& root, const std::string& prefix,
          std::vector<Input>& out) {
  std::vector<fs::path> folders{root};
  while (!folders.empty()) {
    const fs::path folder = folders.back();
    folders.pop_back();
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error) {
      out.push_back({prefix + id_of(folder.lexically_relative(root)), folder, 0,
                     "the folder cannot be read: " + error.message()});
      continue;
    }
    for (; entries != fs::directory_iterator(); entries.increment(error)) {
      if (error) break;
      const fs::path& path = entries->path();
      std::string id = id_of(path.lexically_relative(root));
      if (entries->is_directory(error) && !entries->is_symlink(error)) {
        folders.push_back(path);
        continue;
      }
      if (entries->is_symlink(error) && entries->is_directory(error)) continue;
      if (wanted(query, id)) out.push_back(describe(path, prefix + id));
    }
  }
}

/// The last part of each root, where ids of several roots would clash without it.
std::string prefix_of(const fs::path& root) {
  const fs::path clean = fs::absolute(root).lexically_normal();
  const fs::path last = clean.has_filename() ? clean.filename() : clean.parent_path().filename();
  return id_of(last) + "/";
}

void take_root(const InputQuery& query, const fs::path& root, const std::string& prefix,
               std::vector<Input>& out) {
  std::error_code error;
  const fs::file_status status = fs::status(root, error);
  if (status.type() == fs::file_type::not_found) {
    throw Error(WEFT_E_CONFIG, "the corpus '" + root.string() + "' does not exist");
  }
  if (status.type() == fs::file_type::directory) {
    walk(query, root, prefix, out);
  } else {
    out.push_back(describe(root, prefix + id_of(root.filename())));
  }
}

bool has_duplicates(const std::vector<Input>& inputs) {
  std::set<std::string_view> ids;
  return !std::ranges::all_of(inputs,
                              [&](const Input& input) { return ids.insert(input.id).second; });
}

/// Last resort where even prefixed ids clash: the same path given twice counts once, others get
/// "~2".
void make_unique_ids(std::vector<Input>& inputs) {
  std::ranges::sort(inputs, {}, [](const Input& input) { return std::pair(input.id, input.path); });
  const auto same = [](const Input& a, const Input& b) {
    std::error_code error;
    return a.id == b.id && fs::equivalent(a.path, b.path, error);
  };
  inputs.erase(std::unique(inputs.begin(), inputs.end(), same), inputs.end());
  std::set<std::string> ids;
  for (Input& input : inputs) {
    const std::string base = input.id;
    for (int copy = 2; !ids.insert(input.id).second; ++copy)
      input.id = base + "~" + std::to_string(copy);
  }
}

}  // namespace

std::vector<Input> list_inputs(const InputQuery& query) {
  std::vector<Input> inputs;
  for (const fs::path& root : query.roots)
    take_root(query, root, "", inputs);
  if (query.roots.size() > 1 && has_duplicates(inputs)) {
    inputs.clear();
    for (const fs::path& root : query.roots) {
      take_root(query, root,
                fs::is_directory(root) ? prefix_of(root) : prefix_of(root.parent_path() / "."),
                inputs);
    }
    if (has_duplicates(inputs)) make_unique_ids(inputs);
  }
  std::ranges::sort(inputs, {}, &Input::id);
  return inputs;
}

}  // namespace weft
