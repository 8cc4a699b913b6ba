package net.ratonet.station.telemetry.modem.at;

/// What a Quectel modem in an LTE cell of Vivo answers. Echoes commands until told not to.
final class SimulatedQuectel {

    private boolean echo = true;

    String answer(String command) {
        var echoed = echo ? command + "\r\r\n" : "\r\n";
        return echoed
                + switch (command) {
                    case "ATE0" -> {
                        echo = false;
                        yield "OK\r\n";
                    }
                    case "AT+QENG=\"servingcell\"" ->
                            "+QENG:"
                                + " \"servingcell\",\"NOCONN\",\"LTE\",\"FDD\",724,11,1AE0301,301,1850,3,5,5,2F3A,-93,-9,-63,12,8,-,38\r\n\r\n"
                                + "OK\r\n";
                    case "AT+CSQ" -> "+CSQ: 25,99\r\n\r\nOK\r\n";
                    case "AT+COPS?" -> "+COPS: 0,0,\"VIVO\",7\r\n\r\nOK\r\n";
                    case "AT+CPIN?" -> "+CPIN: READY\r\n\r\nOK\r\n";
                    case "AT+CEREG?" -> "+CEREG: 0,5\r\n\r\nOK\r\n";
                    default -> "ERROR\r\n";
                };
    }
}
