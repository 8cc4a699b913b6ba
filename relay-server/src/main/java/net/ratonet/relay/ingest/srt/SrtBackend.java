package net.ratonet.relay.ingest.srt;

import java.util.Optional;
import java.util.function.Function;
import net.ratonet.relay.ffmpeg.Ffmpeg;
import net.ratonet.relay.session.ChunkSource;
import net.ratonet.relay.session.FeedDoor;
import net.ratonet.relay.session.KeyRing;
import net.ratonet.relay.session.PlayRight;

/// What the gateway needs of the rest of the relay.
///
/// @param programmes what a player sees; empty when there is nothing for it
public record SrtBackend(
        KeyRing keys,
        FeedDoor feeds,
        Function<PlayRight, Optional<ChunkSource>> programmes,
        Ffmpeg ffmpeg) {}
