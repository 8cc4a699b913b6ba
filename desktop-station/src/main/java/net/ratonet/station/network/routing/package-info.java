/// The system's routes for several modems: what is missing, and the commands that mend it.
@NullMarked
package net.ratonet.station.network.routing;

import org.jspecify.annotations.NullMarked;
