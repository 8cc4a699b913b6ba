/// The sockets under the bond: one per link, one for the encoder, and who finds the links.
@NullMarked
package net.ratonet.station.network;

import org.jspecify.annotations.NullMarked;
