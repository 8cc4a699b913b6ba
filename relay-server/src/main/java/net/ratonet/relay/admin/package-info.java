/// The operator: their token, what they did, and how guessing is slowed down.
@NullMarked
package net.ratonet.relay.admin;

import org.jspecify.annotations.NullMarked;
