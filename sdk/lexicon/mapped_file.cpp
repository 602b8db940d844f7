// SPDX-License-Identifier: Apache-2.0
/// mmap and its mistakes.
#include "mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "weft/error.hpp"

namespace weft {

MappedFile MappedFile::open(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (fd < 0 || ::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
    const std::string reason = fd < 0 ? std::strerror(errno) : "no regular file";
    if (fd >= 0) ::close(fd);
    throw Error(WEFT_E_CONFIG, path + ": cannot open the lexicon: " + reason);
  }
  MappedFile file;
  file.size_ = static_cast<std::size_t>(status.st_size);
  if (file.size_ > 0) {  // an empty mapping is an error, an empty file is told by its header
    void* place = ::mmap(nullptr, file.size_, PROT_READ, MAP_SHARED, fd, 0);
    if (place == MAP_FAILED) {
      const std::string reason = std::strerror(errno);
      ::close(fd);
      throw Error(WEFT_E_CONFIG, path + ": cannot map the lexicon: " + reason);
    }
    file.data_ = static_cast<const char*>(place);
    file.mapped_ = true;
  }
  ::close(fd);
  return file;
}

MappedFile MappedFile::copy(std::string_view bytes) {
  MappedFile file;
  file.copy_.resize((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(file.copy_.data(), bytes.data(), bytes.size());
  file.data_ = reinterpret_cast<const char*>(file.copy_.data());
  file.size_ = bytes.size();
  return file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      mapped_(std::exchange(other.mapped_, false)),
      copy_(std::move(other.copy_)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(mapped_, other.mapped_);
  copy_.swap(other.copy_);
  return *this;
}

MappedFile::~MappedFile() {
  if (mapped_) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace weft
