package net.ratonet.relay.ingest.rtmp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.ratonet.relay.rtmp.AckWindow;
import net.ratonet.relay.rtmp.ChunkReader;
import net.ratonet.relay.rtmp.ChunkReading;
import net.ratonet.relay.rtmp.ChunkWriter;
import net.ratonet.relay.rtmp.Handshake;
import net.ratonet.relay.rtmp.RtmpMessage;
import net.ratonet.relay.rtmp.Status;
import net.ratonet.relay.session.Admission;
import net.ratonet.relay.session.FeedDoor;
import net.ratonet.relay.session.IngestOrigin;
import net.ratonet.relay.session.IngestProtocol;
import net.ratonet.relay.session.Intake;
import net.ratonet.relay.session.KeyRing;
import net.ratonet.relay.session.PublishRight;
import net.ratonet.shared.flow.Ticker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to the door, on a virtual thread of its own. Whoever minds the door closes it
/// when [#isOverdue].
final class Caller implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Caller.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /// All that a caller needs to say before it has shown its key.
    private static final int MOST_BEFORE_KEY = 16 * 1_024;

    /// A key frame of 50 Mbit/s video, several times over.
    private static final int MOST_OF_MEDIA = 8 * 1_024 * 1_024;

    private static final long FAREWELL_NANOS = Duration.ofSeconds(1).toNanos();

    private final Socket socket;
    private final KeyRing keys;
    private final FeedDoor door;
    private final Ticker ticker;
    private final RtmpConfig config;
    private final DoorCounts counts;
    private final ChunkReader reader = new ChunkReader(MOST_BEFORE_KEY);
    private final ChunkWriter writer = new ChunkWriter();
    private final AckWindow window = new AckWindow();
    private final DoorDialog dialog = new DoorDialog();
    private volatile long deadlineNanos;
    private volatile boolean publishing;
    private @Nullable Intake intake;
    private @Nullable MediaEntry media;
    private boolean over;

    Caller(
            Socket socket,
            KeyRing keys,
            FeedDoor door,
            Ticker ticker,
            RtmpConfig config,
            DoorCounts counts) {
        this.socket = socket;
        this.keys = keys;
        this.door = door;
        this.ticker = ticker;
        this.config = config;
        this.counts = counts;
        this.deadlineNanos = ticker.nowNanos() + config.patience().toNanos();
    }

    InetAddress address() {
        return socket.getInetAddress();
    }

    /// Any thread may ask.
    boolean isOverdue(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }

    /// Whether it has shown a good key. Any thread may ask.
    boolean isPublishing() {
        return publishing;
    }

    /// Any thread may call.
    void hangUp() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is as good as closed.
        }
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            talk(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException gone) {
            LOG.debug("RTMP from {} ended: {}", address(), gone.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("RTMP from {} ended by a mistake of the relay", address(), bug);
        } finally {
            if (intake != null) {
                intake.close();
            }
        }
    }

    private void talk(InputStream in, OutputStream out) throws IOException {
        if (!shakeHands(in, out)) {
            counts.malformed.increment();
            return;
        }
        var bytes = new byte[32 * 1_024];
        while (!over) {
            var count = in.read(bytes);
            if (count < 0) {
                return;
            }
            counts.bytes.add(count);
            reader.feed(bytes, 0, count);
            var due = window.received(count);
            if (due.isPresent()) {
                send(out, List.of(due.get()));
            }
            read(out);
        }
        drain(in);
    }

    private static boolean shakeHands(InputStream in, OutputStream out) throws IOException {
        // Whoever speaks something else is told from the first byte.
        var version = in.read();
        if (version != Handshake.VERSION) {
            return false;
        }
        var hello = new byte[1 + Handshake.PART];
        hello[0] = (byte) version;
        if (in.readNBytes(hello, 1, Handshake.PART) < Handshake.PART) {
            return false;
        }
        var random = new byte[Handshake.PART];
        RANDOM.nextBytes(random);
        out.write(Handshake.answer(hello, random).orElseThrow());
        return in.readNBytes(Handshake.PART).length == Handshake.PART;
    }

    private void read(OutputStream out) throws IOException {
        while (!over) {
            switch (reader.next()) {
                case ChunkReading.NeedsMore _ -> {
                    return;
                }
                case ChunkReading.Malformed(var reason) -> {
                    counts.malformed.increment();
                    end(out, List.of(), reason);
                }
                case ChunkReading.Whole(var message) -> take(out, message);
            }
        }
    }

    private void take(OutputStream out, RtmpMessage message) throws IOException {
        if (message.type() == RtmpMessage.WINDOW_SIZE) {
            window.peerAsks(message);
        }
        switch (dialog.on(message)) {
            case DoorMove.Answer(var messages) -> send(out, messages);
            case DoorMove.AskForEntry(var candidates) -> enter(out, candidates);
            case DoorMove.Media(var piece) -> media(out, piece);
            case DoorMove.Leave(var farewell) -> end(out, farewell, "it said goodbye");
            case DoorMove.Refuse(var words, var reason) -> {
                counts.malformed.increment();
                end(out, words, reason);
            }
        }
    }

    private void enter(OutputStream out, List<String> candidates) throws IOException {
        var right = candidates.stream().map(keys::publish).flatMap(Optional::stream).findFirst();
        if (right.isEmpty()) {
            counts.unknownKeys.increment();
            refuse(
                    out,
                    "Unauthorized: this relay knows no such stream key. Copy the key from the panel"
                            + " again");
            return;
        }
        if (right.get().encryptedOnly()) {
            counts.unencrypted.increment();
            refuse(
                    out,
                    "Encrypted only: this streamer takes nothing that can be read on its way, and"
                            + " RTMP is not encrypted. Use SRT with the passphrase");
            return;
        }
        switch (door.admit(right.get(), origin())) {
            case Admission.Admitted(var place) -> admit(out, right.get(), place);
            case Admission.Busy(var other) ->
                    refuse(
                            out,
                            "Busy: another encoder already sends with this key over %s. Stop that"
                                            .formatted(other.protocol())
                                    + " one first");
            case Admission.Full() ->
                    refuse(out, "Full: the relay carries as many streams as it may. Try later");
        }
    }

    private void admit(OutputStream out, PublishRight right, Intake place) throws IOException {
        intake = place;
        publishing = true;
        media = new MediaEntry(place);
        reader.allow(MOST_OF_MEDIA);
        place.onTakenAway(this::hangUp);
        showsLife();
        counts.accepted.increment();
        LOG.info("{}: RTMP from {} comes in", right.streamer(), address().getHostAddress());
        send(out, dialog.accept());
    }

    private void media(OutputStream out, RtmpMessage message) throws IOException {
        var entry = media;
        var place = intake;
        if (entry == null || place == null || !place.isOpen()) {
            end(out, List.of(), "its place was taken");
            return;
        }
        showsLife();
        var trouble = entry.take(message);
        if (trouble.isPresent()) {
            counts.malformed.increment();
            refuse(out, trouble.get());
        }
    }

    private void refuse(OutputStream out, String words) throws IOException {
        end(out, dialog.refusal(Status.error("NetStream.Publish.BadName", words)), words);
    }

    private void end(OutputStream out, List<RtmpMessage> farewell, String reason)
            throws IOException {
        over = true;
        deadlineNanos = ticker.nowNanos() + FAREWELL_NANOS;
        LOG.debug("RTMP from {} ends: {}", address(), reason);
        send(out, farewell);
    }

    /// Whoever closes with words unread takes back its own.
    private void drain(InputStream in) throws IOException {
        socket.shutdownOutput();
        var bytes = new byte[4_096];
        while (in.read(bytes) >= 0) {
            if (isOverdue(ticker.nowNanos())) {
                return;
            }
        }
    }

    private void send(OutputStream out, List<RtmpMessage> messages) throws IOException {
        for (var message : messages) {
            out.write(
                    message.type() == RtmpMessage.SET_CHUNK_SIZE
                            ? writer.resize(DoorDialog.CHUNK_SIZE)
                            : writer.write(message));
        }
    }

    private void showsLife() {
        deadlineNanos = ticker.nowNanos() + config.silence().toNanos();
    }

    private IngestOrigin origin() {
        return new IngestOrigin(
                IngestProtocol.RTMP, (InetSocketAddress) socket.getRemoteSocketAddress(), 0);
    }
}
