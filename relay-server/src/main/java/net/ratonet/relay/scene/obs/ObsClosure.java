package net.ratonet.relay.scene.obs;

import net.ratonet.relay.health.Sentence;

/// Why there is no connection to OBS, in a sentence that says what to do about it.
public sealed interface ObsClosure {

    Sentence sentence();

    /// OBS cannot be reached, or went away. It will be tried again.
    record Lost(Sentence why) implements ObsClosure {
        @Override
        public Sentence sentence() {
            return new Sentence("Sem conexão com o OBS: %s", "No connection to OBS: %s").with(why);
        }
    }

    record WrongPassword() implements ObsClosure {
        @Override
        public Sentence sentence() {
            return new Sentence(
                    "O OBS recusou a senha. Confira em Ferramentas → Configurações do servidor"
                            + " WebSocket",
                    "OBS refused the password. Check Tools → WebSocket Server Settings");
        }
    }

    /// Somebody at OBS ended the session on purpose.
    record Kicked() implements ObsClosure {
        @Override
        public Sentence sentence() {
            return new Sentence(
                    "O OBS encerrou esta sessão de propósito. O relay só volta quando alguém pedir",
                    "OBS ended this session on purpose. The relay comes back only when asked to");
        }
    }

    record Incompatible() implements ObsClosure {
        @Override
        public Sentence sentence() {
            return new Sentence(
                    "Este OBS não fala obs-websocket 5. Atualize para o OBS 28 ou mais novo",
                    "This OBS does not speak obs-websocket 5. Update to OBS 28 or newer");
        }
    }
}
