/*
 * Stands between a process and libc (LD_PRELOAD) and writes down, in order, all that happens to the files under one
 * folder and matters after a power cut: what is written and cut, made, removed and renamed, and what is synced.
 *
 *   DISK_LOG_ROOT   the folder, absolute and without symbolic links
 *   DISK_LOG_MARKS  a file: what is written to it goes into the log as a mark, in its place among the others
 *   DISK_LOG        the log
 *
 * A record: kind (1 byte), inode (8), offset or size (8), length of the path (4), length of the bytes (4), path, bytes.
 * One lock holds the real call and its record together, so that the log has the order in which things happened.
 * Nothing is really synced: the only power cut is the one that is made from the log.
 * What is mapped into memory is not seen; SQLite does that with its -shm alone, which is no part of what is durable.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 65536

enum followed { NOT = 0, A_FILE, A_FOLDER, MARKS };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *root, *marks;
static size_t root_length;
static int log_file = -1;
static unsigned char followed[MOST_FILES];
static ino_t inodes[MOST_FILES];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("DISK_LOG");
  root = getenv("DISK_LOG_ROOT");
  marks = getenv("DISK_LOG_MARKS");
  if (path == NULL || root == NULL || marks == NULL) return;
  root_length = strlen(root);
  log_file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_ours(const char *path) {
  size_t length = strlen(path);
  if (log_file < 0 || strncmp(path, root, root_length) != 0) return 0;
  if (path[root_length] != '/' && path[root_length] != '\0') return 0;
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

static void put(char kind, uint64_t inode, uint64_t at, const char *path, const void *bytes, size_t size) {
  unsigned char head[25];
  uint32_t lengths[2] = {(uint32_t)strlen(path), (uint32_t)size};
  head[0] = (unsigned char)kind;
  memcpy(head + 1, &inode, 8);
  memcpy(head + 9, &at, 8);
  memcpy(head + 17, lengths, 8);
  struct iovec parts[3] = {{head, sizeof head}, {(void *)path, lengths[0]}, {(void *)bytes, size}};
  if (syscall(SYS_writev, log_file, parts, 3) != (long)(sizeof head + lengths[0] + size)) abort();
}

static int is_followed(int file) {
  return log_file >= 0 && file >= 0 && file < MOST_FILES && followed[file] != NOT;
}

/* ── files come and go ─────────────────────────────────────────────────────────────────────────── */

static int opened(int at, const char *path, int flags, mode_t mode) {
  if (!is_ours(path)) return (int)syscall(SYS_openat, at, path, flags, mode);
  pthread_mutex_lock(&turn);
  int is_new = (flags & O_CREAT) != 0 && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) != 0;
  int file = (int)syscall(SYS_openat, at, path, flags, mode);
  struct stat state;
  if (file >= 0 && file < MOST_FILES && fstat(file, &state) == 0) {
    int is_marks = strcmp(path, marks) == 0;
    followed[file] = is_marks ? MARKS : S_ISDIR(state.st_mode) ? A_FOLDER : A_FILE;
    inodes[file] = state.st_ino;
    if (!is_marks && followed[file] == A_FILE) {
      if (is_new) put('C', state.st_ino, 0, path, "", 0);
      else if ((flags & O_TRUNC) != 0) put('T', state.st_ino, 0, "", "", 0);
    }
  }
  pthread_mutex_unlock(&turn);
  return file;
}

#define MODE                              \
  mode_t mode = 0;                        \
  if ((flags & (O_CREAT | O_TMPFILE)) != 0) { \
    va_list rest;                         \
    va_start(rest, flags);                \
    mode = (mode_t)va_arg(rest, int);     \
    va_end(rest);                         \
  }

int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }

int close(int file) {
  if (file == log_file && file >= 0) return 0;
  if (!is_followed(file)) return (int)syscall(SYS_close, file);
  pthread_mutex_lock(&turn);
  followed[file] = NOT;
  int result = (int)syscall(SYS_close, file);
  pthread_mutex_unlock(&turn);
  return result;
}

int unlink(const char *path) {
  if (!is_ours(path)) return REAL(unlink)(path);
  pthread_mutex_lock(&turn);
  int result = REAL(unlink)(path);
  if (result == 0) put('U', 0, 0, path, "", 0);
  pthread_mutex_unlock(&turn);
  return result;
}

int rename(const char *from, const char *to) {
  if (!is_ours(from) || !is_ours(to)) return REAL(rename)(from, to);
  pthread_mutex_lock(&turn);
  int result = REAL(rename)(from, to);
  if (result == 0) put('R', 0, 0, from, to, strlen(to));
  pthread_mutex_unlock(&turn);
  return result;
}

/* ── what is in them ───────────────────────────────────────────────────────────────────────────── */

static void wrote(int file, const void *bytes, ssize_t size, off_t offset) {
  if (size <= 0) return;
  if (followed[file] == MARKS) put('M', 0, 0, "", bytes, (size_t)size);
  else put('W', inodes[file], (uint64_t)offset, "", bytes, (size_t)size);
}

ssize_t write(int file, const void *bytes, size_t size) {
  if (!is_followed(file)) return syscall(SYS_write, file, bytes, size);
  pthread_mutex_lock(&turn);
  ssize_t result = syscall(SYS_write, file, bytes, size);
  /* Behind what was written now, wherever it was put (O_APPEND). */
  wrote(file, bytes, result, result > 0 ? lseek(file, 0, SEEK_CUR) - result : 0);
  pthread_mutex_unlock(&turn);
  return result;
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
  if (!is_followed(file)) return syscall(SYS_pwrite64, file, bytes, size, offset);
  pthread_mutex_lock(&turn);
  ssize_t result = syscall(SYS_pwrite64, file, bytes, size, offset);
  wrote(file, bytes, result, offset);
  pthread_mutex_unlock(&turn);
  return result;
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
  return pwrite64(file, bytes, size, offset);
}

int ftruncate64(int file, off64_t size) {
  if (!is_followed(file)) return (int)syscall(SYS_ftruncate, file, size);
  pthread_mutex_lock(&turn);
  int result = (int)syscall(SYS_ftruncate, file, size);
  if (result == 0) put('T', inodes[file], (uint64_t)size, "", "", 0);
  pthread_mutex_unlock(&turn);
  return result;
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

/* ── what of it is durable ─────────────────────────────────────────────────────────────────────── */

static int synced(int file) {
  pthread_mutex_lock(&turn);
  if (followed[file] != MARKS) put('S', inodes[file], followed[file] == A_FOLDER, "", "", 0);
  pthread_mutex_unlock(&turn);
  return 0;
}

int fsync(int file) { return is_followed(file) ? synced(file) : (int)syscall(SYS_fsync, file); }
int fdatasync(int file) { return is_followed(file) ? synced(file) : (int)syscall(SYS_fdatasync, file); }
