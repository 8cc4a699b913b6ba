/// Spreads one SRT stream over several links and back: the sending half of SRTLA. Knows no socket,
/// clock or thread; time comes in as an argument and datagrams leave through [BondOutput].
@NullMarked
package net.ratonet.station.bonding;

import org.jspecify.annotations.NullMarked;
