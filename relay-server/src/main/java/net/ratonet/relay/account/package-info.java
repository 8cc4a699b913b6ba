/// Who streamers are and what they own: profile, keys, destinations, overlay tokens.
@NullMarked
package net.ratonet.relay.account;

import org.jspecify.annotations.NullMarked;
