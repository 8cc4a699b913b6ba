/// What is live, as the world sees it: encoded once, handed to everybody.
@NullMarked
package net.ratonet.relay.web.live;

import org.jspecify.annotations.NullMarked;
