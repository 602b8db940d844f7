// SPDX-License-Identifier: Apache-2.0
/// Writing outputs atomically: temporary name, fsync, rename, fsync of the folder.
#include "core/run/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <vector>

#include "weft/error.hpp"

namespace weft {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 18U;

}  // namespace

MadeFolders::~MadeFolders() {
  std::error_code ignored;
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder)
    std::filesystem::remove(*folder, ignored);  // fails, as it should, where something lies in it
}

void MadeFolders::make(const std::filesystem::path& folder, std::error_code& error) {
  std::vector<std::filesystem::path> missing;
  for (std::filesystem::path at = folder; !at.empty() && !std::filesystem::exists(at, error);
       at = at.parent_path())
    missing.push_back(at);
  std::filesystem::create_directories(folder, error);
  if (!error) made_.insert(missing.begin(), missing.end());
}

OutputFile::OutputFile(std::filesystem::path path, MadeFolders* folders) : path_(std::move(path)) {
  const std::filesystem::path folder = path_.has_parent_path() ? path_.parent_path() : ".";
  std::error_code error;
  if (folders != nullptr) {
    folders->make(folder, error);
  } else {
    std::filesystem::create_directories(folder, error);
  }
  if (error) {
    throw Error(WEFT_E_CONFIG, path_.string() + ": cannot make its folder: " + error.message() +
                                   "; choose another path, or another folder by --out");
  }
  // Renaming a file into place would put it where a device or a pipe was.
  const std::filesystem::file_status there = std::filesystem::status(path_, error);
  if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there)) {
    throw Error(WEFT_E_CONFIG, path_.string() + ": is " +
                                   (std::filesystem::is_directory(there) ? "a folder" : "no file") +
                                   "; give the output another name");
  }
  // The process id keeps two runs apart; a long name is cut so that the temporary one is still
  // legal.
  const std::string name = path_.filename().string().substr(0, 200);
  temporary_ = folder / ("." + name + ".weft-" + std::to_string(::getpid()));
  fd_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (fd_ < 0) fail(WEFT_E_CONFIG, "cannot be written");
}

OutputFile::~OutputFile() {
  if (fd_ >= 0) ::close(fd_);
  if (!committed_) ::unlink(temporary_.c_str());
}

void OutputFile::append(std::string_view bytes) {
  if (handed_over_) {
    throw Error(WEFT_E_INTERNAL,
                "the exporter writes bytes to " + path_.string() + " and a file of its own");
  }
  size_ += bytes.size();
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
}

std::string OutputFile::hand_over() {
  if (size_ != 0) {
    throw Error(WEFT_E_INTERNAL,
                "the exporter writes bytes to " + path_.string() + " and a file of its own");
  }
  handed_over_ = true;
  return temporary_.string();
}

void OutputFile::flush() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const ssize_t put = ::write(fd_, left.data(), left.size());
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) fail(WEFT_E_TRANSIENT, "cannot be written");
    left.remove_prefix(static_cast<std::size_t>(put));
  }
  buffer_.clear();
}

void OutputFile::commit() {
  flush();
  if (handed_over_) {  // the plugin may have replaced the file: look at what is there now
    ::close(fd_);
    fd_ = ::open(temporary_.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd_ < 0) fail(WEFT_E_INTERNAL, "the exporter made no file");
    size_ = std::filesystem::file_size(temporary_);
  }
  if (::fsync(fd_) != 0) fail(WEFT_E_TRANSIENT, "cannot be synced to the disk");
  ::close(fd_);
  fd_ = -1;
  if (::rename(temporary_.c_str(), path_.c_str()) != 0)
    fail(WEFT_E_TRANSIENT, "cannot be renamed into place");
  committed_ = true;
  const std::filesystem::path folder = path_.has_parent_path() ? path_.parent_path() : ".";
  const int folder_fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_fd >= 0) {
    ::fsync(folder_fd);  // some file systems refuse it for folders; the rename stands either way
    ::close(folder_fd);
  }
}

void OutputFile::fail(weft_status status, const char* what) const {
  const bool room = errno == ENOSPC || errno == EFBIG || errno == EDQUOT;
  throw Error(status, path_.string() + ": " + what + ": " + std::strerror(errno) +
                          (room ? "; make room, or choose another folder by --out"
                                : "; choose another folder by --out"));
}

}  // namespace weft
