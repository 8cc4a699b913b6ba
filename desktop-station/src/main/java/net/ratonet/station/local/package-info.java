/// The door for people and programs on the station's own machine, and the client that knocks there.
@NullMarked
package net.ratonet.station.local;

import org.jspecify.annotations.NullMarked;
