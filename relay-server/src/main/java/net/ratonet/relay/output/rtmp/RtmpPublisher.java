package net.ratonet.relay.output.rtmp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import net.ratonet.relay.rtmp.AckWindow;
import net.ratonet.relay.rtmp.ChunkReader;
import net.ratonet.relay.rtmp.ChunkReading;
import net.ratonet.relay.rtmp.ChunkWriter;
import net.ratonet.relay.rtmp.Handshake;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.rtmp.RtmpUrl;
import net.ratonet.shared.flow.Ticker;
import org.jspecify.annotations.Nullable;

/// One connection to a platform. One thread connects, sends and says goodbye; what the platform
/// says is read on a virtual thread; any thread may watch and abort it.
final class RtmpPublisher implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// Platforms say little.
    private static final int MOST_UNREAD = 64 * 1_024;

    private static final long PATIENCE_MS = Duration.ofSeconds(10).toMillis();

    /// A platform that takes nothing for so long is gone.
    private static final long LONGEST_WRITE_NANOS = Duration.ofSeconds(10).toNanos();

    private static final Duration FAREWELL = Duration.ofMillis(500);
    private static final Duration LAST_WORDS = Duration.ofMillis(200);
    private static final long NOT_WRITING = Long.MIN_VALUE;

    private final RtmpUrl url;
    private final OutputReach reach;
    private final Ticker ticker;
    private final PublishDialog dialog;
    private final ChunkReader reader = new ChunkReader(MOST_UNREAD);
    private final ChunkWriter writer = new ChunkWriter();
    private final AckWindow window = new AckWindow();
    private final ReentrantLock turn = new ReentrantLock();
    private final CompletableFuture<Boolean> accepted = new CompletableFuture<>();
    private final AtomicReference<@Nullable OutputTrouble> trouble = new AtomicReference<>();
    private volatile long writingSince = NOT_WRITING;
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean aborted;
    private volatile @Nullable Socket wire;
    private @Nullable OutputStream out;
    private @Nullable Thread reading;

    /// @param hevc whether to ask the platform to take HEVC
    RtmpPublisher(RtmpUrl url, boolean hevc, OutputReach reach, Ticker ticker) {
        this.url = url;
        this.reach = reach;
        this.ticker = ticker;
        this.dialog = new PublishDialog(url, hevc);
    }

    /// Returns when the platform waits for media.
    void connect() throws OutputException {
        try {
            var talk = reach.dial(url, this::watch).talk();
            out = talk.getOutputStream();
            shakeHands(talk.getInputStream());
            send(List.of(dialog.connect()));
            talk.setSoTimeout(0);
            reading = Thread.ofVirtual().name("rtmp-out-reader").start(() -> listen(talk));
            accepted.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (OutputException known) {
            throw known;
        } catch (TimeoutException | SocketTimeoutException _) {
            throw failed(new OutputTrouble.NoAnswer(url.host()));
        } catch (IOException | ExecutionException _) {
            throw failed(new OutputTrouble.ConnectionLost());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failed(new OutputTrouble.ConnectionLost());
        }
    }

    private void watch(Socket socket) throws IOException {
        wire = socket;
        if (aborted) {
            socket.close();
        }
    }

    private void shakeHands(InputStream in) throws IOException {
        var random = new byte[Handshake.PART];
        RANDOM.nextBytes(random);
        write(Handshake.hello(random));
        var first = in.read();
        if (first != Handshake.VERSION) {
            throw new OutputException(new OutputTrouble.NotRtmp(url.host()));
        }
        var hello = new byte[1 + Handshake.PART];
        hello[0] = (byte) first;
        if (in.readNBytes(hello, 1, Handshake.PART) < Handshake.PART) {
            throw new OutputException(new OutputTrouble.NotRtmp(url.host()));
        }
        write(Handshake.confirmation(hello).orElseThrow());
        in.readNBytes(Handshake.PART);
    }

    void send(List<RtmpMessage> messages) throws OutputException {
        turn.lock();
        try {
            writingSince = ticker.nowNanos();
            for (var message : messages) {
                write(
                        message.type() == RtmpMessage.SET_CHUNK_SIZE
                                ? writer.resize(PublishDialog.CHUNK_SIZE)
                                : writer.write(message));
            }
        } catch (IOException _) {
            throw failed(new OutputTrouble.ConnectionLost());
        } finally {
            writingSince = NOT_WRITING;
            turn.unlock();
        }
    }

    /// The messages of a [FlvMuxer], which knows nothing of stream numbers.
    void sendMedia(List<RtmpMessage> messages) throws OutputException {
        var heard = trouble.get();
        if (heard != null) {
            throw new OutputException(heard);
        }
        var stream = dialog.stream();
        send(
                messages.stream()
                        .map(message ->
                                new RtmpMessage(
                                        message.type(),
                                        stream,
                                        message.timestamp(),
                                        message.payload()))
                        .toList());
    }

    /// Since the connection began.
    long bytes() {
        return bytes.get();
    }

    /// To be called now and then, by any thread: ends a connection that takes nothing any more.
    void watch(long nowNanos) {
        var since = writingSince;
        if (since != NOT_WRITING && nowNanos - since >= LONGEST_WRITE_NANOS) {
            trouble.compareAndSet(null, new OutputTrouble.TooSlow());
            hangUp();
        }
    }

    /// Ends it without a word. Any thread may call.
    void abort() {
        aborted = true;
        hangUp();
    }

    /// Ends it as encoders do: the platform hangs up when it has read everything.
    void sayGoodbye() {
        var socket = wire;
        try {
            send(dialog.farewell());
            if (socket != null) {
                socket.shutdownOutput();
            }
            awaitEnd(FAREWELL);
        } catch (IOException _) {
            // It is gone already.
        }
    }

    private void awaitEnd(Duration patience) {
        var reader = reading;
        if (reader == null || reader.equals(Thread.currentThread())) {
            return;
        }
        try {
            reader.join(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        hangUp();
    }

    private void write(byte[] piece) throws IOException {
        var to = out;
        if (to == null) {
            throw new IOException("not connected");
        }
        to.write(piece);
        bytes.addAndGet(piece.length);
    }

    private void listen(Socket talk) {
        var buffer = new byte[8 * 1_024];
        try {
            var in = talk.getInputStream();
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                reader.feed(buffer, 0, count);
                var due = window.received(count);
                if (due.isPresent()) {
                    send(List.of(due.get()));
                }
                read();
            }
            fail(hungUp());
        } catch (IOException _) {
            fail(hungUp());
        }
    }

    private OutputTrouble hungUp() {
        return dialog.isKeyUnderReview()
                ? new OutputTrouble.HungUpOnKey()
                : new OutputTrouble.ConnectionLost();
    }

    private void read() throws OutputException {
        while (true) {
            switch (reader.next()) {
                case ChunkReading.NeedsMore _ -> {
                    return;
                }
                case ChunkReading.Malformed _ -> {
                    fail(new OutputTrouble.NotRtmp(url.host()));
                    return;
                }
                case ChunkReading.Whole(var message) -> hear(message);
            }
        }
    }

    private void hear(RtmpMessage message) throws OutputException {
        if (message.type() == RtmpMessage.WINDOW_SIZE) {
            window.peerAsks(message);
        }
        switch (dialog.on(message)) {
            case PublishMove.Send(var messages) -> send(messages);
            case PublishMove.Live _ -> accepted.complete(true);
            case PublishMove.Fail(var why) -> fail(why);
        }
    }

    /// The first trouble is the one that says most.
    private void fail(OutputTrouble why) {
        trouble.compareAndSet(null, why);
        accepted.completeExceptionally(new OutputException(why));
        hangUp();
    }

    /// Whoever hangs up may have said why, so what has come is read first.
    private OutputException failed(OutputTrouble why) {
        awaitEnd(LAST_WORDS);
        trouble.compareAndSet(null, why);
        var first = trouble.get();
        return new OutputException(first == null ? why : first);
    }

    private void hangUp() {
        var socket = wire;
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException _) {
            // It is as good as closed.
        }
    }
}
