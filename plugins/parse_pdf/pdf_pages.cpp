// SPDX-License-Identifier: Apache-2.0
/// Poppler, one call at a time.
#include "pdf_pages.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <weft/error.hpp>
#include <weft/utf8.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <mutex>

namespace weft::pdf {
namespace {

constexpr std::size_t kMostWords = 500000;      // of one page
constexpr std::size_t kMostText = 256U << 20U;  // of the file

// Global caches (fonts, colour management) are filled without a lock.
std::mutex poppler_mutex;

void ignore_message(const std::string& /*message*/, void* /*closure*/) {}

void append_clean(std::string& out, char32_t point) {
  constexpr char32_t kFirstLigature = 0xFB00;
  static constexpr std::array<const char*, 7> kLigatures = {"ff",  "fi",        "fl", "ffi",
                                                            "ffl", "\xC5\xBFt", "st"};
  if (point >= kFirstLigature && point < kFirstLigature + kLigatures.size()) {
    out += kLigatures.at(point - kFirstLigature);
  } else if (point >= 0x20 && (point < 0x7F || point > 0x9F) && point != 0xFFFE &&
             point != 0xFFFF) {
    append_code_point(out, point);
  } else if (point == '\t' || point == '\n') {
    out += ' ';
  }
}

std::string to_utf8(const poppler::ustring& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t point = text[i];
    const bool high = point >= 0xD800 && point < 0xDC00;
    if (high && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000) {
      point = 0x10000 + ((point - 0xD800) << 10U) + (text[++i] - 0xDC00U);
    } else if (point >= 0xD800 && point < 0xE000) {
      point = 0xFFFD;
    }
    append_clean(out, point);
  }
  return out;
}

bool is_bold(std::string font) {
  std::transform(font.begin(), font.end(), font.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  static constexpr std::array kNames = {"bold", "heavy", "black", "-bd", "simhei"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](const char* part) { return font.find(part) != std::string::npos; });
}

Page read_page(const poppler::document& document, int number) {
  Page made;
  const std::unique_ptr<poppler::page> page(document.create_page(number));
  if (page == nullptr) return made;  // damaged: the others may be whole
  const poppler::rectf rect = page->page_rect();
  made.width = rect.width();
  made.height = rect.height();
  for (const poppler::text_box& box : page->text_list(poppler::page::text_list_include_font)) {
    Word word;
    word.text = to_utf8(box.text());
    if (word.text.empty()) continue;
    if (made.words.size() == kMostWords)
      throw Error(WEFT_E_LIMIT, "page " + std::to_string(number + 1) + " has over 500000 words");
    const poppler::rectf place = box.bbox();
    word.left = place.left();
    word.top = std::min(place.top(), place.bottom());
    word.right = place.right();
    word.bottom = std::max(place.top(), place.bottom());
    word.rotated = box.rotation() != 0;
    word.space_after = box.has_space_after();
    word.size = box.has_font_info() ? box.get_font_size() : word.bottom - word.top;
    word.bold = box.has_font_info() && is_bold(box.get_font_name());
    made.words.push_back(std::move(word));
  }
  return made;
}

std::unique_ptr<poppler::document> load(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw Error(WEFT_E_LIMIT, "larger than 2 GiB; split it by pages first");
  poppler::set_debug_error_function(&ignore_message, nullptr);
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr)
    throw Error(WEFT_E_INPUT, "no readable PDF: it is damaged beyond what Poppler repairs");
  if (document->is_locked())
    throw Error(WEFT_E_INPUT,
                "encrypted, and opens only with a password; decrypt it first "
                "(qpdf --decrypt --password=...)");
  return document;
}

}  // namespace

File read_file(std::string_view bytes, std::size_t max_pages,
               const std::function<void()>& between) {
  const std::lock_guard lock(poppler_mutex);
  const auto document = load(bytes);
  const auto count = static_cast<std::size_t>(std::max(0, document->pages()));
  if (count > max_pages)
    throw Error(WEFT_E_LIMIT, std::to_string(count) + " pages, the limit is " +
                                  std::to_string(max_pages) + "; raise 'max-pages'");
  File file;
  file.title = to_utf8(document->info_key("Title"));
  file.author = to_utf8(document->info_key("Author"));
  file.created = to_utf8(document->info_key("CreationDate"));
  file.modified = to_utf8(document->info_key("ModDate"));
  std::size_t text = 0;
  for (std::size_t i = 0; i < count; ++i) {
    between();
    file.pages.push_back(read_page(*document, static_cast<int>(i)));
    for (const Word& word : file.pages.back().words)
      text += word.text.size();
    if (text > kMostText) throw Error(WEFT_E_LIMIT, "holds more than 256 MiB of text");
  }
  if (text == 0)
    throw Error(WEFT_E_INPUT, count == 0 ? "holds no pages"
                                         : "holds no text, only images; run OCR first "
                                           "(ocrmypdf IN OUT)");
  return file;
}

}  // namespace weft::pdf
