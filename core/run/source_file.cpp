// SPDX-License-Identifier: Apache-2.0
/// Reading inputs.
#include "core/run/source_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <cstring>
#include <new>

#include "weft/error.hpp"

namespace weft {
namespace {

constexpr std::uint64_t kReadWhole = std::uint64_t{1} << 20U;
constexpr std::size_t kHashedAtOnce = std::size_t{32} << 20U;

[[noreturn]] void fail(const std::filesystem::path& path, const char* what) {
  throw Error(WEFT_E_INPUT, path.string() + ": " + what + ": " + std::strerror(errno));
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

std::string read_all(int fd, std::uint64_t size, const std::filesystem::path& path) {
  std::string out(size, '\0');
  std::size_t done = 0;
  while (done < out.size()) {
    const ssize_t got = ::read(fd, out.data() + done, out.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path, "cannot read");
    if (got == 0) break;  // it shrank since; what is there is what we have
    done += static_cast<std::size_t>(got);
  }
  out.resize(done);
  return out;
}

std::string hex_digits(XXH128_hash_t hash) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : canonical.digest)
    out += {kHex[byte >> 4U], kHex[byte & 15U]};
  return out;
}

}  // namespace

std::shared_ptr<const SourceFile> SourceFile::open(const std::filesystem::path& path) {
  // O_NONBLOCK so that a FIFO that took the file's place since the listing cannot hang us.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) fail(path, "cannot open");
  struct stat about {};
  if (::fstat(file.get(), &about) != 0) fail(path, "cannot read");
  if (!S_ISREG(about.st_mode)) throw Error(WEFT_E_INPUT, path.string() + ": not a regular file");
  const auto size = static_cast<std::uint64_t>(about.st_size);
  std::shared_ptr<SourceFile> made(new SourceFile);
  if (size <= kReadWhole) {
    made->copy_ = read_all(file.get(), size, path);
    made->bytes_ = made->copy_;
    return made;
  }
  made->mapping_ = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (made->mapping_ == MAP_FAILED) {
    made->mapping_ = nullptr;
    fail(path, "cannot map");
  }
  made->bytes_ = {static_cast<const char*>(made->mapping_), size};
  return made;
}

SourceFile::~SourceFile() {
  if (mapping_ != nullptr) ::munmap(mapping_, bytes_.size());
}

void SourceFile::release() const {
  if (mapping_ != nullptr) ::madvise(mapping_, bytes_.size(), MADV_DONTNEED);
}

void check_size(const std::filesystem::path& path, const SourceFile& file, std::uint64_t cap) {
  const std::uint64_t size = file.bytes().size();
  if (size <= cap) return;
  throw Error(WEFT_E_LIMIT, path.string() + ": " + std::to_string(size) + " bytes, the limit is " +
                                std::to_string(cap) + "; raise --max-input or exclude it");
}

std::string content_hash(std::string_view bytes) {
  return hex_digits(XXH3_128bits(bytes.data(), bytes.size()));
}

std::string content_hash(const SourceFile& file) {
  std::string_view rest = file.bytes();
  if (rest.size() <= kHashedAtOnce) return content_hash(rest);
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       XXH3_freeState);
  if (!state) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, kHashedAtOnce);
    XXH3_128bits_update(state.get(), part.data(), part.size());
    rest.remove_prefix(part.size());
    file.release();
  }
  return hex_digits(XXH3_128bits_digest(state.get()));
}

}  // namespace weft
