// SPDX-License-Identifier: Apache-2.0
/// Records for the tests, written out by hand.
#pragma once

#include <string>

namespace weft::warc::test {

inline std::string record(const std::string& type, const std::string& block,
                          const std::string& uri = "", const std::string& media_type = "",
                          const std::string& version = "1.0") {
  std::string out = "WARC/" + version + "\r\nWARC-Type: " + type +
                    "\r\nWARC-Date: 2026-11-20T08:00:00Z\r\n"
                    "WARC-Record-ID: <urn:uuid:6f2a0000-0000-4000-8000-000000000001>\r\n";
  if (!uri.empty()) out += "WARC-Target-URI: " + uri + "\r\n";
  if (!media_type.empty()) out += "Content-Type: " + media_type + "\r\n";
  return out + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

inline std::string http(const std::string& media_type, const std::string& body,
                        const std::string& status = "200 OK", const std::string& fields = "") {
  std::string out = "HTTP/1.1 " + status + "\r\n";
  if (!media_type.empty()) out += "Content-Type: " + media_type + "\r\n";
  return out + fields + "\r\n" + body;
}

inline std::string page(const std::string& uri, const std::string& media_type,
                        const std::string& body) {
  return record("response", http(media_type, body), uri, "application/http; msgtype=response");
}

}  // namespace weft::warc::test
