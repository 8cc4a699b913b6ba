/// Judges how good a stream is from what really arrives. Pure: no socket, clock, thread or logger.
@NullMarked
package net.ratonet.relay.health;

import org.jspecify.annotations.NullMarked;
