/// What the person who runs the station decided, read once at the start.
@NullMarked
package net.ratonet.station.config;

import org.jspecify.annotations.NullMarked;
