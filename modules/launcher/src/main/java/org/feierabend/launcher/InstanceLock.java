package org.feierabend.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One instance per state directory; the system gives the lock back when its holder dies. */
final class InstanceLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private InstanceLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static Optional<InstanceLock> take(Home home) {
    Path file = home.run("lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) return Optional.of(new InstanceLock(channel, lock));
      channel.close();
      return Optional.empty();
    } catch (java.nio.channels.OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + file + "; does another user own it?", e);
    }
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot give back the lock of the instance", e);
    }
  }
}
