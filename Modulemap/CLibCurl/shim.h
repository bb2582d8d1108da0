// Swift imports no functions of variable arguments, so each type of argument has one of its own.
#ifndef TERN_CLIBCURL_SHIM_H
#define TERN_CLIBCURL_SHIM_H

#include <curl/curl.h>

typedef size_t (*tern_curl_writer)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode tern_curl_set_number(CURL *handle, CURLoption option, long number) {
  return curl_easy_setopt(handle, option, number);
}

static inline CURLcode tern_curl_set_offset(CURL *handle, curl_off_t offset) {
  return curl_easy_setopt(handle, CURLOPT_RESUME_FROM_LARGE, offset);
}

static inline CURLcode tern_curl_set_text(CURL *handle, CURLoption option, const char *text) {
  return curl_easy_setopt(handle, option, text);
}

static inline CURLcode tern_curl_set_error_buffer(CURL *handle, char *buffer) {
  return curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, buffer);
}

static inline CURLcode tern_curl_set_writer(CURL *handle, tern_curl_writer writer, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, writer);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
}

static inline long tern_curl_status(CURL *handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

#endif
