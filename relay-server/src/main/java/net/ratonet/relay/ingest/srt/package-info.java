/// SRT at the relay's door: handshakes and keys are ours, the protocol behind is libsrt in FFmpeg.
@NullMarked
package net.ratonet.relay.ingest.srt;

import org.jspecify.annotations.NullMarked;
