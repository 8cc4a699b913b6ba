/// What is live now: the newest readings of every streamer, as the owner sees them and as the world
/// may.
@NullMarked
package net.ratonet.relay.telemetry;

import org.jspecify.annotations.NullMarked;
