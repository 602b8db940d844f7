// SPDX-License-Identifier: Apache-2.0
/// What tests of parsers share: files that other programs write, and reading them through one
/// plugin.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/stored_document.hpp"

namespace weft::test {

/// True, with a warning in the test's report, when a program that writes samples is not installed.
bool skipped(const std::string& program);

/// The lines with a line end behind each, as an .outline file has them.
std::string joined(const std::vector<std::string>& lines);

/// A ZIP archive of these members (path -> content), written by Python's zipfile. Fails the test
/// when Python does.
std::string zipped(const std::map<std::string, std::string>& members);

/// What the plugin makes of one file that it must read.
StoredDocument read_by(const std::string& plugin, const std::string& uri, const std::string& bytes);

/// Why the plugin refuses a file; fails the test when it does not.
std::string refusal_by(const std::string& plugin, const std::string& uri, const std::string& bytes);

/// Checks that text under runs of units 1:1 is the source's own bytes, and that all text but line
/// ends lies under some run.
void check_origins(const StoredDocument& document, std::string_view bytes);

}  // namespace weft::test
