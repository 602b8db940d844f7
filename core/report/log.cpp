// SPDX-License-Identifier: Apache-2.0
/// The log, by spdlog.
#include "core/report/log.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "core/report/progress.hpp"
#include "weft/error.hpp"

namespace weft {
namespace {

struct Log {
  std::shared_ptr<spdlog::logger> logger;
  LogFormat format = LogFormat::text;
};

Log& the_log() {
  static Log log = [] {
    Log made{std::make_shared<spdlog::logger>(
        "weft", std::make_shared<spdlog::sinks::stderr_color_sink_mt>(spdlog::color_mode::never))};
    made.logger->set_pattern("%^%l%$: %v");
    made.logger->set_level(spdlog::level::warn);
    return made;
  }();
  return log;
}

spdlog::level::level_enum level_of(std::uint32_t level) {
  switch (level) {
    case WEFT_LOG_DEBUG:
      return spdlog::level::debug;
    case WEFT_LOG_INFO:
      return spdlog::level::info;
    case WEFT_LOG_WARNING:
      return spdlog::level::warn;
    default:
      return spdlog::level::err;
  }
}

}  // namespace

void start_log(std::string_view level, LogFormat format, bool color) {
  Log& log = the_log();
  const auto wanted = spdlog::level::from_str(std::string(level));
  if (wanted == spdlog::level::off && level != "off") {
    throw Error(WEFT_E_CONFIG, "unknown log level '" + std::string(level) +
                                   "'; choose debug, info, warning, error or off");
  }
  log.logger = std::make_shared<spdlog::logger>(
      "weft", std::make_shared<spdlog::sinks::stderr_color_sink_mt>(
                  color && format == LogFormat::text ? spdlog::color_mode::always
                                                     : spdlog::color_mode::never));
  log.logger->set_pattern(format == LogFormat::text ? "%^%l%$: %v" : "%v");
  log.logger->set_level(wanted);
  log.format = format;
}

void log_message(std::uint32_t level, std::string_view message) {
  Log& log = the_log();
  const auto spd_level = level_of(level);
  if (!log.logger->should_log(spd_level)) return;
  const ProgressPause pause;
  if (log.format == LogFormat::text) {
    log.logger->log(spd_level, spdlog::string_view_t(message.data(), message.size()));
    return;
  }
  const auto name = spdlog::level::to_string_view(spd_level);
  const nlohmann::ordered_json line{{"level", std::string(name.data(), name.size())},
                                    {"message", message}};
  const std::string text = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  log.logger->log(spd_level, spdlog::string_view_t(text));
}

}  // namespace weft
