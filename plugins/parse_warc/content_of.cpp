// SPDX-License-Identifier: Apache-2.0
/// Telling records with a document in them from all others.
#include "content_of.hpp"

#include <weft/error.hpp>
#include <weft/utf8.hpp>

#include <algorithm>
#include <array>

namespace weft::warc {
namespace {

constexpr std::array<std::string_view, 5> kOtherTypes = {"warcinfo", "request", "metadata",
                                                         "revisit", "continuation"};

/// A URI as text: the brackets that some writers put around it go, and what is no text is written
/// %XX.
std::string clean_uri(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < uri.size();) {
    const std::size_t size = sequence_size(uri, i);
    const auto byte = static_cast<unsigned char>(uri[i]);
    if (size != 0 && byte > 0x20 && byte != 0x7F) {
      out += uri.substr(i, size);
      i += size;
      continue;
    }
    constexpr std::string_view kHex = "0123456789ABCDEF";
    out += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    ++i;
  }
  return out;
}

/// "2026-11-26T09:15:00Z", with or without fractions; anything else is no date.
std::string clean_date(std::string_view date) {
  constexpr std::string_view kShape = "dddd-dd-ddTdd:dd:dd";
  if (date.size() < kShape.size() + 1 || !date.ends_with('Z')) return {};
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool digit = date[i] >= '0' && date[i] <= '9';
    if (kShape[i] == 'd' ? !digit : date[i] != kShape[i]) return {};
  }
  const std::string_view rest = date.substr(kShape.size(), date.size() - kShape.size() - 1);
  const bool fraction =
      rest.empty() || (rest.size() > 1 && rest[0] == '.' &&
                       rest.find_first_not_of("0123456789", 1) == std::string_view::npos);
  return fraction ? std::string(date) : std::string();
}

bool matches_status(const std::string& pattern, const std::string& status) {
  return std::ranges::equal(pattern, status,
                            [](char p, char s) { return p == s || p == 'x' || p == 'X'; });
}

bool matches_type(const std::string& pattern, std::string_view type) {
  if (!pattern.ends_with("/*")) return type == pattern;
  return type.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1));
}

std::string status_class(int status) {
  const int hundreds = status / 100;
  return hundreds >= 1 && hundreds <= 5 ? "skipped-status-" + std::to_string(hundreds) + "xx"
                                        : "skipped-status-other";
}

/// Names the record that is damaged.
[[noreturn]] void refuse(const Record& record, const std::string& why) {
  throw Error(WEFT_E_INPUT, "the record at byte " + std::to_string(record.offset) + ": " + why, 1,
              record.offset, record.offset);
}

void take_response(const Record& record, const Wanted& wanted, Content& content) {
  const auto response = read_http_response(record.block);
  if (!response) refuse(record, "its block is no HTTP response");
  const std::string status = std::to_string(response->status);
  if (std::ranges::none_of(wanted.statuses,
                           [&](const std::string& one) { return matches_status(one, status); })) {
    content.skipped = status_class(response->status);
    return;
  }
  content.media_type = plain_media_type(response->fields.get("Content-Type"));
  content.body = decode_body(*response, wanted.max_record);
  switch (content.body.refusal) {
    case Body::Refusal::none:
      return;
    case Body::Refusal::unknown_coding:
      content.skipped = "skipped-content-encoding";
      return;
    case Body::Refusal::too_large:
      content.skipped = "skipped-too-large";
      return;
    case Body::Refusal::damaged:
      refuse(record,
             "its body is declared Content-Encoding: " + content.body.coding + ", but is damaged");
  }
}

bool is_wanted_type(const Wanted& wanted, std::string_view media_type) {
  if (wanted.media_types.empty() || media_type.empty()) return true;
  const std::string_view type = media_type.substr(0, media_type.find(';'));
  return std::ranges::any_of(wanted.media_types,
                             [&](const std::string& one) { return matches_type(one, type); });
}

}  // namespace

std::vector<std::string> skip_names() {
  std::vector<std::string> names = {"skipped-other-type",   "skipped-dns",
                                    "skipped-status-other", "skipped-content-encoding",
                                    "skipped-too-large",    "skipped-media-type",
                                    "skipped-empty"};
  for (const std::string_view type : kOtherTypes)
    names.push_back("skipped-" + std::string(type));
  for (int hundreds = 1; hundreds <= 5; ++hundreds)
    names.push_back(status_class(hundreds * 100));
  return names;
}

Content content_of(const Record& record, const Wanted& wanted) {
  Content content;
  const std::string type = lower_case(record.fields.get("WARC-Type"));
  if (type != "response" && type != "resource" && type != "conversion") {
    const bool known = std::ranges::find(kOtherTypes, type) != kOtherTypes.end();
    content.skipped = known ? "skipped-" + type : "skipped-other-type";
    return content;
  }
  if (record.too_large) {
    content.skipped = "skipped-too-large";
    return content;
  }
  content.uri = clean_uri(record.fields.get("WARC-Target-URI"));
  content.retrieved = clean_date(record.fields.get("WARC-Date"));
  const std::string declared = plain_media_type(record.fields.get("Content-Type"));
  if (declared == "text/dns") {
    content.skipped = "skipped-dns";
    return content;
  }
  const bool is_http =
      declared.starts_with("application/http") || (declared.empty() && type == "response");
  if (is_http && type != "conversion") {
    take_response(record, wanted, content);
  } else {
    content.media_type = declared;
    content.body.sent = record.block;
  }
  if (content.media_type.empty())
    content.media_type = plain_media_type(record.fields.get("WARC-Identified-Payload-Type"));
  if (!content.skipped.empty()) return content;
  if (content.bytes().empty()) content.skipped = "skipped-empty";
  if (!is_wanted_type(wanted, content.media_type)) content.skipped = "skipped-media-type";
  return content;
}

}  // namespace weft::warc
