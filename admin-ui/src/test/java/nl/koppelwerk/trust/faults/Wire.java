package nl.koppelwerk.trust.faults;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The line between the application and PostgreSQL. It understands as much of the protocol as is needed to count statements
 * and commits, and springs a {@link Trap} at one of them: before the server hears of it, or before the application hears
 * that it was done.
 */
final class Wire implements AutoCloseable {
    private static final int MOST_HEADER = 1 << 30;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Trap> trap = new AtomicReference<>(Trap.counting());

    Wire(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofPlatform().daemon().name("wire").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on this one; it counts from zero. */
    void set(Trap next) {
        trap.set(next);
    }

    /** Every connection there is, at once. */
    void cutAll() {
        open.forEach(Wire::cut);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutAll();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.ofLiteral("127.0.0.1"), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                open.add(near);
                open.add(far);
                StringBuffer transaction = new StringBuffer();
                Thread.ofVirtual().start(() -> carry(near, far, new Asking(near, far, transaction)));
                Thread.ofVirtual().start(() -> carry(far, near, new Answering(near, far, transaction)));
            } catch (IOException e) {
                // closed, or no server behind it for the moment: whoever called finds the line dead
            }
        }
    }

    private void carry(Socket from, Socket to, Direction direction) {
        try (from;
                to) {
            direction.carry(
                    new DataInputStream(new BufferedInputStream(from.getInputStream(), 1 << 16)),
                    new DataOutputStream(new BufferedOutputStream(to.getOutputStream(), 1 << 16)));
        } catch (IOException e) {
            // either side is gone, and with it the line
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone already
        }
    }

    /** One way of one connection. */
    private abstract static class Direction {
        private final Socket near;
        private final Socket far;

        Direction(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        abstract void carry(DataInputStream from, DataOutputStream to) throws IOException;

        final void messages(DataInputStream from, DataOutputStream to) throws IOException {
            for (int kind = from.read(); kind >= 0; kind = from.read()) {
                byte[] body = body(from);
                if (sprung(kind, body)) {
                    cut(near);
                    cut(far);
                    return;
                }
                to.writeByte(kind);
                to.writeInt(body.length + Integer.BYTES);
                to.write(body);
                flushWhenIdle(from, to);
            }
        }

        static byte[] body(DataInputStream from) throws IOException {
            int length = from.readInt();
            if (length < Integer.BYTES || length > MOST_HEADER) {
                throw new IOException("not the protocol: a message of " + length + " bytes");
            }
            return from.readNBytes(length - Integer.BYTES);
        }

        static void flushWhenIdle(DataInputStream from, OutputStream to) throws IOException {
            if (from.available() == 0) {
                to.flush();
            }
        }

        abstract boolean sprung(int kind, byte[] body);
    }

    /** What the application asks. */
    private final class Asking extends Direction {
        private final Map<String, String> statements = new HashMap<>();
        private final Map<String, String> portals = new HashMap<>();
        private final StringBuffer transaction;

        Asking(Socket near, Socket far, StringBuffer transaction) {
            super(near, far);
            this.transaction = transaction;
        }

        @Override
        void carry(DataInputStream from, DataOutputStream to) throws IOException {
            byte[] hello = body(from);
            to.writeInt(hello.length + Integer.BYTES);
            to.write(hello);
            to.flush();
            messages(from, to);
        }

        @Override
        boolean sprung(int kind, byte[] body) {
            Text text = new Text(ByteBuffer.wrap(body));
            return switch (kind) {
                case 'P' -> {
                    statements.put(text.next(), text.next());
                    yield false;
                }
                case 'B' -> {
                    portals.put(text.next(), text.next());
                    yield false;
                }
                case 'E' -> heard(statements.get(portals.get(text.next())));
                case 'Q' -> heard(text.next());
                default -> false;
            };
        }

        private boolean heard(@Nullable String sql) {
            boolean commit = "COMMIT".equalsIgnoreCase(sql);
            if ("BEGIN".equalsIgnoreCase(sql)) {
                transaction.setLength(0);
            }
            transaction.append(sql).append(';');
            boolean sprung = trap.get().hears(Trap.Point.STATEMENT, transaction.toString());
            return commit && trap.get().hears(Trap.Point.COMMIT_ASKED, transaction.toString()) || sprung;
        }
    }

    /** What PostgreSQL answers. */
    private final class Answering extends Direction {
        private final StringBuffer transaction;

        Answering(Socket near, Socket far, StringBuffer transaction) {
            super(near, far);
            this.transaction = transaction;
        }

        @Override
        void carry(DataInputStream from, DataOutputStream to) throws IOException {
            messages(from, to);
        }

        @Override
        boolean sprung(int kind, byte[] body) {
            return kind == 'C'
                    && new Text(ByteBuffer.wrap(body)).next().equals("COMMIT")
                    && trap.get().hears(Trap.Point.COMMIT_DONE, transaction.toString());
        }
    }

    /** Texts that end with a zero. */
    private record Text(ByteBuffer bytes) {
        String next() {
            int start = bytes.position();
            while (bytes.get() != 0) {
                // on to the end of the text
            }
            return new String(bytes.array(), start, bytes.position() - 1 - start, StandardCharsets.UTF_8);
        }
    }
}
