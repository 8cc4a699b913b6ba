/// The one door through which people and the relay ask the station for something.
@NullMarked
package net.ratonet.station.control;

import org.jspecify.annotations.NullMarked;
