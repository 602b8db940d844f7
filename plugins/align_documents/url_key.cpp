// SPDX-License-Identifier: Apache-2.0
/// Taking addresses apart, as far as comparing them needs it (RFC 3986).
#include "url_key.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "name_pattern.hpp"
#include "weft/text/language.hpp"

namespace weft {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) out.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::string join(const std::vector<std::string>& parts, char separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

struct Address {
  std::string host;
  std::vector<std::string> folders;
  std::vector<std::string> parameters;
};

bool only_tracks(std::string_view parameter) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"utm_", "fbclid=", "gclid=", "from=", "ref=", "spm=", "share="});
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return parameter.starts_with(name); });
}

bool is_host(std::string_view host) {
  const bool letters = std::all_of(host.begin(), host.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
  return letters && (host.find('.') != std::string_view::npos || host == "localhost");
}

std::optional<Address> read(std::string_view text) {
  const std::size_t scheme = text.find("://");
  if (scheme != std::string_view::npos) {
    const std::string name = lower(text.substr(0, scheme));
    if (name != "http" && name != "https") return std::nullopt;
    text.remove_prefix(scheme + 3);
  } else if (text.starts_with("//")) {
    text.remove_prefix(2);
  }
  text = text.substr(0, text.find('#'));
  const std::size_t query = std::min(text.find('?'), text.size());
  const std::string_view path = text.substr(0, query);
  const std::size_t slash = std::min(path.find('/'), path.size());
  Address out;
  out.host = lower(path.substr(0, slash));
  for (const std::string_view port : {":80", ":443"})
    if (out.host.ends_with(port)) out.host.resize(out.host.size() - port.size());
  if (out.host.starts_with("www.")) out.host.erase(0, 4);
  if (!is_host(std::string_view(out.host).substr(0, out.host.find(':')))) return std::nullopt;
  out.folders = split(path.substr(slash), '/');
  if (!out.folders.empty() && lower(out.folders.back()).starts_with("index."))
    out.folders.pop_back();
  if (query < text.size()) out.parameters = split(text.substr(query + 1), '&');
  std::erase_if(out.parameters, only_tracks);
  std::sort(out.parameters.begin(), out.parameters.end());
  return out;
}

std::string write(const Address& address) {
  std::string out = address.host;
  if (!address.folders.empty()) out += '/' + join(address.folders, '/');
  if (!address.parameters.empty()) out += '?' + join(address.parameters, '&');
  return out;
}

/// The marks of one address.
class Marks {
 public:
  explicit Marks(const std::vector<std::string>& ranges) : ranges_(ranges), range_(ranges.size()) {}

  void take_from(Address& address) {
    const std::size_t dot = address.host.find('.');
    // "en.org" is a site of its own: a label before a whole host is a mark.
    if (dot != std::string::npos && address.host.find('.', dot + 1) != std::string::npos &&
        take(std::string_view(address.host).substr(0, dot)))
      address.host.erase(0, dot + 1);
    std::erase_if(address.folders, [&](const std::string& folder) { return take(folder); });
    if (!address.folders.empty()) take_from_name(address.folders.back());
    std::erase_if(address.parameters, [&](const std::string& parameter) {
      const std::size_t equals = parameter.find('=');
      const std::string name = lower(std::string_view(parameter).substr(0, equals));
      const bool says =
          name == "lang" || name == "language" || name == "hl" || name == "locale" || name == "l";
      return says && equals != std::string::npos &&
             take(std::string_view(parameter).substr(equals + 1));
    });
  }

  /// The number of ranges where marks contradict each other or there are none.
  [[nodiscard]] std::size_t range() const { return contradicted_ ? ranges_.size() : range_; }

 private:
  bool take(std::string_view word) {
    const std::size_t found = range_of(word);
    if (found == ranges_.size()) return false;
    contradicted_ = contradicted_ || (range_ != ranges_.size() && range_ != found);
    range_ = found;
    return true;
  }
  [[nodiscard]] std::size_t range_of(std::string_view word) const {
    struct Alias {
      std::string_view word, tag;
    };
    constexpr auto kAliases = std::to_array<Alias>({{"cn", "zh-CN"},
                                                    {"chs", "zh-Hans"},
                                                    {"cht", "zh-Hant"},
                                                    {"chinese", "zh"},
                                                    {"english", "en"},
                                                    {"eng", "en"},
                                                    {"jp", "ja"},
                                                    {"kr", "ko"}});
    std::string tag = usual_tag(word);
    for (const Alias& alias : kAliases)
      if (lower(word) == alias.word) tag = alias.tag;
    if (!is_well_formed_tag(tag)) return ranges_.size();
    const auto found = std::find_if(ranges_.begin(), ranges_.end(), [&](const std::string& range) {
      return matches_range(tag, range);
    });
    return static_cast<std::size_t>(found - ranges_.begin());
  }
  /// "page_en.html", "page-zh-cn.html", "page.en.html".
  void take_from_name(std::string& name) {
    const std::size_t dot = name.rfind('.');
    const std::string_view stem = std::string_view(name).substr(0, dot);
    for (std::size_t at = stem.size(); at-- > 1;) {
      if (stem[at] != '_' && stem[at] != '-' && stem[at] != '.') continue;
      if (stem.size() - at > 9) return;
      if (!take(stem.substr(at + 1))) continue;
      name.erase(at, stem.size() - at);
      return;
    }
  }

  const std::vector<std::string>& ranges_;
  std::size_t range_;
  bool contradicted_ = false;
};

}  // namespace

std::string url_key(std::string_view address) {
  const auto read_address = read(address);
  return read_address ? write(*read_address) : std::string{};
}

NeutralUrl neutral_url(std::string_view address, const std::vector<std::string>& ranges) {
  auto read_address = read(address);
  if (!read_address) return {{}, ranges.size()};
  const std::string whole = write(*read_address);
  Marks marks(ranges);
  marks.take_from(*read_address);
  if (marks.range() == ranges.size()) return {whole, ranges.size()};
  return {write(*read_address), marks.range()};
}

}  // namespace weft
