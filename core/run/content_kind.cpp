// SPDX-License-Identifier: Apache-2.0
/// Magic numbers that people meet in corpora.
#include "core/run/content_kind.hpp"

#include <algorithm>
#include <array>

#include "weft/utf8.hpp"

namespace weft {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::size_t at;
  std::string_view bytes;
  std::string_view kind;
};

// The first that fits wins: longer and more special ones stand before what they begin with.
constexpr std::array kMagics = {
    Magic{0, "\x89PNG\r\n"sv, "a PNG image"},
    Magic{0, "\xFF\xD8\xFF"sv, "a JPEG image"},
    Magic{0, "GIF8"sv, "a GIF image"},
    Magic{8, "WEBP"sv, "a WebP image"},
    Magic{8, "WAVE"sv, "a WAV sound"},
    Magic{8, "AVI "sv, "an AVI video"},
    Magic{0, "II*\0"sv, "a TIFF image"},
    Magic{0, "MM\0*"sv, "a TIFF image"},
    Magic{0, "\0\0\1\0"sv, "an icon"},
    Magic{0, "%PDF-"sv, "a PDF document"},
    Magic{0, "%!PS"sv, "a PostScript document"},
    Magic{0, "{\\rtf"sv, "an RTF document"},
    Magic{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Microsoft Office document"},
    Magic{30, "mimetypeapplication/epub+zip"sv, "an EPUB book"},
    Magic{30, "mimetypeapplication/vnd.oasis.opendocument.text"sv, "an OpenDocument text"},
    Magic{30, "[Content_Types].xml"sv, "an Office Open XML document"},
    Magic{0, "PK\3\4"sv, "a ZIP archive"},
    Magic{0, "PK\5\6"sv, "an empty ZIP archive"},
    Magic{0, "WARC/"sv, "a WARC archive"},
    Magic{0, "\x1F\x8B"sv, "gzip data"},
    Magic{0, "BZh"sv, "bzip2 data"},
    Magic{0,
          "\xFD"
          "7zXZ\0"sv,
          "xz data"},
    Magic{0, "\x28\xB5\x2F\xFD"sv, "zstd data"},
    Magic{0, "7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    Magic{0, "Rar!\x1A"sv, "a RAR archive"},
    Magic{257, "ustar"sv, "a tar archive"},
    Magic{0,
          "\x7F"
          "ELF"sv,
          "an ELF program"},
    Magic{0, "MZ"sv, "a Windows program"},
    Magic{4, "ftyp"sv, "an MP4 video or sound"},
    Magic{0, "\x1A\x45\xDF\xA3"sv, "a Matroska video"},
    Magic{0, "ID3"sv, "an MP3 sound"},
    Magic{0, "OggS"sv, "an Ogg sound or video"},
    Magic{0, "fLaC"sv, "a FLAC sound"},
    Magic{0, "wOFF"sv, "a web font"},
    Magic{0, "wOF2"sv, "a web font"},
    Magic{0, "SQLite format 3\0"sv, "an SQLite database"},
    Magic{0, "<?xml"sv, "XML"},
    Magic{0, "\xEF\xBB\xBF<?xml"sv, "XML"},
};

/// UTF-8 but for a sequence that the head's end cuts, and no control bytes.
bool is_plain_text(std::string_view head) {
  const std::size_t bad = find_invalid_utf8(head);
  if (bad != std::string_view::npos && head.size() - bad > 3) return false;
  return std::ranges::none_of(head, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B;
  });
}

}  // namespace

std::string_view kind_of_content(std::string_view head) {
  if (head.empty()) return "nothing: it is empty";
  const auto fits = [&](const Magic& magic) {
    return head.size() >= magic.at && head.substr(magic.at).starts_with(magic.bytes);
  };
  const auto found = std::ranges::find_if(kMagics, fits);
  if (found != kMagics.end()) return found->kind;
  return is_plain_text(head) ? "text" : "binary data";
}

}  // namespace weft
