/* Writes down what a program does to the files of one folder, in order, so that a loss of power can be replayed.

   Preloaded (LD_PRELOAD) by tests/faults/test_power_loss.py. RECORD_FOLDER: the folder; RECORD_LOG: where to write.
   One record: kind ('w'rite, 't'runcate, 's'ync), path length (2 bytes), offset (8), data length (4), path, data.
   What is mapped into memory is not seen: of an SQLite database that is the index of its log, which a start rebuilds. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_file = -1;

#define REAL(result, name, ...) static result (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, name)

static void record(char kind, int file, uint64_t offset, const void *data, uint32_t size) {
  char link[64], path[4096];
  const char *folder = getenv("RECORD_FOLDER"), *target = getenv("RECORD_LOG");
  if (!folder || !target) return;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path);
  if (length <= 0 || strncmp(path, folder, strlen(folder)) != 0) return;
  pthread_mutex_lock(&lock);
  if (log_file < 0) log_file = open(target, O_WRONLY | O_CREAT | O_APPEND, 0600);
  unsigned char head[15] = {kind};
  uint16_t path_length = (uint16_t)length;
  memcpy(head + 1, &path_length, 2);
  memcpy(head + 3, &offset, 8);
  memcpy(head + 11, &size, 4);
  REAL(ssize_t, "write", int, const void *, size_t);
  if (real(log_file, head, 15) != 15 || real(log_file, path, length) != length) abort();
  if (size && real(log_file, data, size) != (ssize_t)size) abort();
  pthread_mutex_unlock(&lock);
}

static ssize_t recorded_pwrite(int file, const void *data, size_t size, off_t offset, ssize_t done) {
  if (done > 0) record('w', file, (uint64_t)offset, data, (uint32_t)done);
  return done;
}

ssize_t pwrite64(int file, const void *data, size_t size, off_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
  return recorded_pwrite(file, data, size, offset, real(file, data, size, offset));
}

ssize_t pwrite(int file, const void *data, size_t size, off_t offset) {
  REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
  return recorded_pwrite(file, data, size, offset, real(file, data, size, offset));
}

ssize_t write(int file, const void *data, size_t size) {
  REAL(ssize_t, "write", int, const void *, size_t);
  off_t place = lseek(file, 0, SEEK_CUR);
  ssize_t done = real(file, data, size);
  if (done > 0 && place >= 0) record('w', file, (uint64_t)place, data, (uint32_t)done);
  return done;
}

int ftruncate64(int file, off_t size) {
  REAL(int, "ftruncate64", int, off_t);
  int failed = real(file, size);
  if (!failed) record('t', file, (uint64_t)size, NULL, 0);
  return failed;
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

int fsync(int file) {
  REAL(int, "fsync", int);
  int failed = real(file);
  if (!failed) record('s', file, 0, NULL, 0);
  return failed;
}

int fdatasync(int file) {
  REAL(int, "fdatasync", int);
  int failed = real(file);
  if (!failed) record('s', file, 0, NULL, 0);
  return failed;
}
