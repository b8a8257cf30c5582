package nl.koppelwerk.data.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * This process's part in something that processes share: a lock on a file, which the operating system lets go when the
 * process dies. Within the process it is counted, because locks of one file are shared by a whole process and closing the
 * file once would let go of all of them. Callers keep each other out.
 */
final class Share {
    private static final Map<Path, Share> OF_THIS_PROCESS = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private int parts;

    private Share(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    static Share join(Path file) throws IOException {
        Share share = OF_THIS_PROCESS.get(file);
        if (share == null) {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            share = new Share(file, channel, channel.lock(0, Long.MAX_VALUE, true));
            OF_THIS_PROCESS.put(file, share);
        }
        share.parts++;
        return share;
    }

    /** Gives the part up; true when nobody else has one, in this process or in another. */
    boolean leave() throws IOException {
        parts--;
        if (parts > 0) {
            return false;
        }
        OF_THIS_PROCESS.remove(file);
        try (channel) {
            lock.release();
            return channel.tryLock() != null;
        }
    }
}
