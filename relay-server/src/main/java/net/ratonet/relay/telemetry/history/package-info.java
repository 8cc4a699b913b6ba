/// Past lives: what is kept of each, how finely and for how long.
@NullMarked
package net.ratonet.relay.telemetry.history;

import org.jspecify.annotations.NullMarked;
