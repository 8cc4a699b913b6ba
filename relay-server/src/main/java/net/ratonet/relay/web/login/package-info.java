/// Who may come in, and how fast.
@NullMarked
package net.ratonet.relay.web.login;

import org.jspecify.annotations.NullMarked;
