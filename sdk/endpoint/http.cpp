// SPDX-License-Identifier: Apache-2.0
/// Requests by libcurl's multi interface, so that waiting can be broken off.
#include "http.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <chrono>

#include "weft/error.hpp"

namespace weft {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kPollMilliseconds = 50;
// How long the end of an answer is waited for whose last line was read: the connection can be used
// again only behind it.
constexpr auto kGrace = std::chrono::milliseconds(300);

void start_curl() {
  static std::once_flag once;
  std::call_once(once, [] {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
      throw Error(WEFT_E_CONFIG, "endpoint: libcurl cannot be started");
  });
}

struct HeaderList {
  curl_slist* list = nullptr;
  HeaderList() = default;
  HeaderList(const HeaderList&) = delete;
  HeaderList& operator=(const HeaderList&) = delete;
  ~HeaderList() { curl_slist_free_all(list); }
  void add(const std::string& line) {
    curl_slist* longer = curl_slist_append(list, line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    list = longer;
  }
};

/// What the callbacks of one request write to.
struct Reception {
  HttpAnswer* answer = nullptr;
  const HttpQuestion* request = nullptr;
  std::size_t cap = 0;
  bool too_long = false;
  bool enough = false;
  Clock::time_point enough_since;
};

std::size_t take_body(char* data, std::size_t, std::size_t size, void* user) noexcept {
  auto* reception = static_cast<Reception*>(user);
  try {
    if (reception->cap != 0 && reception->answer->body.size() + size > reception->cap) {
      reception->too_long = true;
      return 0;
    }
    reception->answer->body.append(data, size);
    return size;
  } catch (const std::bad_alloc&) {
    reception->too_long = true;
    return 0;
  }
}

std::size_t take_header(char* data, std::size_t, std::size_t size, void* user) noexcept {
  auto* reception = static_cast<Reception*>(user);
  try {
    const std::string_view line(data, size);
    // A new status line (after "100 Continue") begins the headers anew.
    if (line.substr(0, 5) == "HTTP/") reception->answer->headers.clear();
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return size;
    std::string name(line.substr(0, colon));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::string_view value = line.substr(colon + 1);
    const std::size_t first = value.find_first_not_of(" \t\r\n");
    const std::size_t last = value.find_last_not_of(" \t\r\n");
    if (first == std::string_view::npos) value = {};
    if (first != std::string_view::npos) value = value.substr(first, last - first + 1);
    reception->answer->headers[name] = value;
    return size;
  } catch (const std::bad_alloc&) {
    return 0;
  }
}

HttpAnswer::Trouble trouble_of(CURLcode code) {
  switch (code) {
    case CURLE_OK:
      return HttpAnswer::Trouble::kNone;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_NOT_BUILT_IN:
      return HttpAnswer::Trouble::kTrust;
    default:
      return HttpAnswer::Trouble::kConnection;
  }
}

long milliseconds(double seconds) {
  return std::max(1L, static_cast<long>(std::min(seconds, 1e6) * 1000));
}

}  // namespace

class Http::Connection {
 public:
  Connection()
      : multi_(curl_multi_init(), &curl_multi_cleanup),
        easy_(curl_easy_init(), &curl_easy_cleanup) {
    if (!multi_ || !easy_) throw std::bad_alloc();
  }

  HttpAnswer ask(const HttpQuestion& request, const HttpOptions& options,
                 const std::function<void()>& poll) {
    HttpAnswer answer;
    Reception reception{&answer, &request, options.answer_bytes, false, false, {}};
    HeaderList headers;
    prepare(request, options, headers, reception);
    const auto begin = Clock::now();
    const CURLcode code = perform(reception, poll);
    answer.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    if (reception.too_long) {
      answer.trouble = HttpAnswer::Trouble::kTooLong;
      answer.words = "the answer is longer than " + std::to_string(options.answer_bytes) + " bytes";
    } else if (code != CURLE_OK && !reception.enough) {
      answer.trouble = trouble_of(code);
      answer.words = error_[0] != '\0' ? error_ : curl_easy_strerror(code);
    }
    return answer;
  }

 private:
  /// Takes the handle out of the multi handle however the request ends.
  struct Membership {
    CURLM* multi;
    CURL* easy;
    Membership(CURLM* m, CURL* e) : multi(m), easy(e) { curl_multi_add_handle(multi, easy); }
    Membership(const Membership&) = delete;
    Membership& operator=(const Membership&) = delete;
    ~Membership() { curl_multi_remove_handle(multi, easy); }
  };

  void prepare(const HttpQuestion& request, const HttpOptions& options, HeaderList& headers,
               Reception& reception) {
    CURL* easy = easy_.get();
    curl_easy_reset(easy);
    error_[0] = '\0';
    headers.add("Content-Type: application/json");
    headers.add("Accept: application/json, text/event-stream");
    headers.add("Expect:");
    if (!options.key.empty()) headers.add("Authorization: Bearer " + options.key);
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.list);
    if (!request.body.empty()) {
      curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
      curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
                       static_cast<curl_off_t>(request.body.size()));
    }
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "weft");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(options.connect_timeout));
    const double timeout = request.timeout > 0 ? request.timeout : options.timeout;
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, milliseconds(timeout));
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, error_);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &reception);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &take_header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &reception);
    if (!options.proxy) curl_easy_setopt(easy, CURLOPT_PROXY, "");
    if (!options.certificates.empty())
      curl_easy_setopt(easy, CURLOPT_CAINFO, options.certificates.c_str());
  }

  CURLcode perform(Reception& reception, const std::function<void()>& poll) {
    const Membership membership(multi_.get(), easy_.get());
    while (true) {
      int running = 0;
      if (curl_multi_perform(multi_.get(), &running) != CURLM_OK) return CURLE_FAILED_INIT;
      if (running == 0) break;
      curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &reception.answer->status);
      if (read_enough(reception)) return CURLE_OK;
      if (poll) poll();
      curl_multi_poll(multi_.get(), nullptr, 0, kPollMilliseconds, nullptr);
    }
    int left = 0;
    const CURLMsg* message = curl_multi_info_read(multi_.get(), &left);
    return message != nullptr ? message->data.result : CURLE_FAILED_INIT;
  }

  static bool read_enough(Reception& reception) {
    if (!reception.request->enough) return false;
    if (!reception.enough) {
      reception.enough = reception.request->enough(*reception.answer);
      reception.enough_since = Clock::now();
    }
    return reception.enough && Clock::now() - reception.enough_since > kGrace;
  }

  std::unique_ptr<CURLM, CURLMcode (*)(CURLM*)> multi_;
  std::unique_ptr<CURL, void (*)(CURL*)> easy_;
  char error_[CURL_ERROR_SIZE] = {};
};

Http::Http(HttpOptions options) : options_(std::move(options)) {
  start_curl();
}

Http::~Http() = default;

std::unique_ptr<Http::Connection> Http::take() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return std::make_unique<Connection>();
  std::unique_ptr<Connection> taken = std::move(idle_.back());
  idle_.pop_back();
  return taken;
}

HttpAnswer Http::ask(const HttpQuestion& request, const std::function<void()>& poll) {
  std::unique_ptr<Connection> connection = take();
  // A connection whose request was given up by an exception is not used again.
  HttpAnswer answer = connection->ask(request, options_, poll);
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(connection));
  return answer;
}

}  // namespace weft
