/// The encoder's own process: draws the test picture and encodes it with libav.
@NullMarked
package net.ratonet.station.source.libav;

import org.jspecify.annotations.NullMarked;
