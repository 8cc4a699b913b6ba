/// The connection to the relay: readings out, orders in, and what to do while it is gone.
@NullMarked
package net.ratonet.station.uplink;

import org.jspecify.annotations.NullMarked;
