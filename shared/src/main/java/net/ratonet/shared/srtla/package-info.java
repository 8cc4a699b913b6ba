/// SRTLA as it stands on the wire: what spreads one SRT stream over several links.
@NullMarked
package net.ratonet.shared.srtla;

import org.jspecify.annotations.NullMarked;
