// Command oracle answers questions with Kubernetes' own code: one JSON object a line on stdin, one answer a line on stdout, in order.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// request holds the fields of every question; `op` says which of them count.
type request struct {
	Op string `json:"op"`

	// reference
	Image string `json:"image,omitempty"` // also of keyring

	// keyring: the kubelet's pull secrets, in the pod's order
	Configs []json.RawMessage `json:"configs,omitempty"` // each a config.json document (object) or a string holding one
	Secrets []pullSecret      `json:"secrets,omitempty"`

	// parse: how the kubelet reads one config.json
	Config json.RawMessage `json:"config,omitempty"`

	// secret: what `kubectl create secret docker-registry` writes
	Login login `json:"login"`
}

type answer map[string]any

func failed(err error) answer { return answer{"error": err.Error()} }

func handle(line []byte) answer {
	var r request
	dec := json.NewDecoder(strings.NewReader(string(line)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		return failed(fmt.Errorf("request: %w", err))
	}
	switch r.Op {
	case "reference":
		return parseReference(r.Image)
	case "keyring":
		return lookup(r)
	case "parse":
		return parseConfig(r.Config)
	case "secret":
		return createSecret(r.Login)
	}
	return failed(fmt.Errorf("request: unknown op %q", r.Op))
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 64<<20)
	out := bufio.NewWriter(os.Stdout)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for in.Scan() {
		if err := enc.Encode(handle(in.Bytes())); err != nil {
			panic(err)
		}
		if err := out.Flush(); err != nil {
			os.Exit(0) // nobody listens any more
		}
	}
	if err := in.Err(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
