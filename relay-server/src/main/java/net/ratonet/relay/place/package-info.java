/// Gives names to positions by asking a reverse geocoder, politely and off everybody's way.
@NullMarked
package net.ratonet.relay.place;

import org.jspecify.annotations.NullMarked;
