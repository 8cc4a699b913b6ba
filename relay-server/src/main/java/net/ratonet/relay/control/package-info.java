/// The one door through which people and pages ask for something to be done with a stream, and
/// learn how it does.
@NullMarked
package net.ratonet.relay.control;

import org.jspecify.annotations.NullMarked;
