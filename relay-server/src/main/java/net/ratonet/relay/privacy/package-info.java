/// What a streamer lets the world know of where the streamer is: the rules, the geometry behind
/// them, and the screen that enforces them. Pure; time arrives as an argument.
@NullMarked
package net.ratonet.relay.privacy;

import org.jspecify.annotations.NullMarked;
