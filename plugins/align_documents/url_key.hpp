// SPDX-License-Identifier: Apache-2.0
/// Addresses in forms to compare: the same page, and the same page but for its language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weft {

/// One spelling of an address: without scheme, "www.", fragment, default port, index page, trailing
/// slash and parameters that only track visitors; host in lower case, parameters sorted. Empty for
/// what is no address of the web ("mailto:", "#top", a bare word).
std::string url_key(std::string_view address);

/// An address without what says its language.
struct NeutralUrl {
  std::string key;        ///< url_key without the marks of language
  std::size_t range = 0;  ///< position in the ranges; their number when nothing says a language
  bool operator==(const NeutralUrl&) const = default;
};

/// Takes marks of the ranges' languages out of an address: a folder ("/en/", "/zh-cn/"), the first
/// label of the host ("en.example.org"), the end of a file's name ("page_en.html", "page.en.html")
/// or a parameter ("lang=en"). The region "cn" and the usual names ("english", "chs") count as
/// their language. Marks of two languages make none.
NeutralUrl neutral_url(std::string_view address, const std::vector<std::string>& ranges);

}  // namespace weft
