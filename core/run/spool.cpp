// SPDX-License-Identifier: Apache-2.0
/// Documents waiting at a barrier.
#include "core/run/spool.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "weft/error.hpp"

namespace weft {
namespace {

[[noreturn]] void fail(weft_status status, const char* what) {
  throw Error(status, std::string("cannot ") + what + " the spool file: " + std::strerror(errno) +
                          "; give --spool-dir a folder with room");
}

}  // namespace

Spool::Spool(const std::filesystem::path& directory) {
  fd_ = ::open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd_ >= 0) return;
  // Not every file system can make nameless files.
  std::string name = (directory / "weft-spool-XXXXXX").string();
  fd_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (fd_ < 0) fail(WEFT_E_CONFIG, "make");
  ::unlink(name.c_str());
}

Spool::~Spool() {
  if (fd_ >= 0) ::close(fd_);
}

std::size_t Spool::append(std::string_view image) {
  entries_.push_back({end_, image.size()});
  while (!image.empty()) {
    const ssize_t put = ::pwrite(fd_, image.data(), image.size(), static_cast<off_t>(end_));
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) fail(WEFT_E_TRANSIENT, "write");
    image.remove_prefix(static_cast<std::size_t>(put));
    end_ += static_cast<std::uint64_t>(put);
  }
  return entries_.size() - 1;
}

std::string Spool::read(std::size_t position) const {
  const Entry& entry = entries_.at(position);
  std::string image(entry.size, '\0');
  std::size_t done = 0;
  while (done < image.size()) {
    const ssize_t got = ::pread(fd_, image.data() + done, image.size() - done,
                                static_cast<off_t>(entry.offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail(WEFT_E_CONFIG, "read");
    done += static_cast<std::size_t>(got);
  }
  return image;
}

}  // namespace weft
