/// Where an address leads, so that the relay does not become a door into the networks behind it.
@NullMarked
package net.ratonet.relay.address;

import org.jspecify.annotations.NullMarked;
