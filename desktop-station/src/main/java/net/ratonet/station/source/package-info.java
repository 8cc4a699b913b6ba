/// Picture and sound: the encoder's process, what it is told, what it says, and who keeps it alive.
@NullMarked
package net.ratonet.station.source;

import org.jspecify.annotations.NullMarked;
