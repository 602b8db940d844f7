// SPDX-License-Identifier: Apache-2.0
/// What web pages put around an article, known by its wording: loading notices, sign-up boxes,
/// share buttons, navigation, advertisements, legal lines.
#pragma once

#include <string_view>

#include "units.hpp"

namespace weft::plain {

/// Values of the attribute `reason`.
inline constexpr std::string_view kReasonTitleDuplicate = "title-duplicate";
inline constexpr std::string_view kReasonEmptyLabel = "empty-label";
inline constexpr std::string_view kReasonLoading = "loading-notice";
inline constexpr std::string_view kReasonNewsletter = "newsletter";
inline constexpr std::string_view kReasonVideo = "video-promo";
inline constexpr std::string_view kReasonForm = "form-label";
inline constexpr std::string_view kReasonSocial = "social";
inline constexpr std::string_view kReasonNavigation = "navigation";
inline constexpr std::string_view kReasonRelated = "related";
inline constexpr std::string_view kReasonComments = "comments";
inline constexpr std::string_view kReasonAdvertisement = "advertisement";
inline constexpr std::string_view kReasonLegal = "legal";
inline constexpr std::string_view kReasonConsent = "consent";
inline constexpr std::string_view kReasonTools = "page-tools";
inline constexpr std::string_view kReasonTags = "tags";
inline constexpr std::string_view kReasonSiteName = "site-name";
inline constexpr std::string_view kReasonSlogan = "site-slogan";
inline constexpr std::string_view kReasonAboutSite = "about-site";
inline constexpr std::string_view kReasonAltText = "alt-text";
inline constexpr std::string_view kReasonEndMark = "end-mark";
inline constexpr std::string_view kReasonRule = "rule";
inline constexpr std::string_view kReasonMailHeader = "mail-header";
inline constexpr std::string_view kReasonPost = "post-header";
inline constexpr std::string_view kReasonNotice = "notice";
inline constexpr std::string_view kReasonContact = "contact";

/// Why this unit is furniture whatever stands around it, or empty. Only short units are asked.
std::string_view furniture_reason(const Unit& unit);

/// "12 comments", "3 thoughts on “…”": a count over readers' comments.
bool is_comment_count(const Unit& unit);

/// The word of a share button, which alone may as well be something else.
bool is_button(std::string_view key);

/// "Home | News | Contact", "首页 > 新闻 > 国际": at least three short entries in a row. Inside an
/// article it may be a table.
bool is_navigation_row(const Unit& unit);

/// The words of a sign-up box's small print ("delivered to your inbox", "我们的编辑为您精选").
bool promotes(std::string_view key);

/// A heading over the authors' biographies ("About the author", "作者简介").
bool is_bio_heading(std::string_view key);

/// A heading over what the site says of itself ("About us", "关于我们").
bool is_about_site_heading(std::string_view key);

/// A name such as web sites and newspapers have ("The Harbour Gazette", "某某新闻网").
bool is_site_name(std::string_view key);

/// One word or pair of words that names a section rather than an article ("Opinion", "国际").
bool is_kicker(const Unit& unit);

}  // namespace weft::plain
