/// Builds everything and knows everybody.
@NullMarked
package net.ratonet.relay.main;

import org.jspecify.annotations.NullMarked;
