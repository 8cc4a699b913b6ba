/// MPEG-TS and what is in it, down to access units. Pure.
@NullMarked
package net.ratonet.relay.session.ts;

import org.jspecify.annotations.NullMarked;
