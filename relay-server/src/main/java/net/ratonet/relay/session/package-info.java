/// What is on air: one feed of MPEG-TS for each streamer, who may publish into it, and who reads
/// it.
@NullMarked
package net.ratonet.relay.session;

import org.jspecify.annotations.NullMarked;
