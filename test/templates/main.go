// Renders the templates that regcred writes as the External Secrets Operator and the Vault Secrets Operator render them, and opens
// what it seals with the code of the Sealed Secrets controller. One JSON document a line in, one out.
package main

import (
	"bytes"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"io"
	"os"
	"regexp"
	"text/template"

	"github.com/Masterminds/sprig/v3"
	"github.com/bitnami-labs/sealed-secrets/pkg/crypto"
)

type request struct {
	Engine   string   `json:"engine"`
	Template string   `json:"template"`
	Sources  []source `json:"sources"`

	Ciphertext string `json:"ciphertext"`
	Label      string `json:"label"`
	Key        string `json:"key"`
}

// Values that come from one place, and what their names become.
type source struct {
	Values  map[string]string `json:"values"`
	Rewrite *rewrite          `json:"rewrite"`
}

type rewrite struct {
	Source string `json:"source"`
	Target string `json:"target"`
}

type response struct {
	Text  string `json:"text"`
	Error string `json:"error"`
}

func main() {
	in, out := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var req request
		if err := in.Decode(&req); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			panic(err)
		}
		text, err := answer(req)
		res := response{Text: text}
		if err != nil {
			res.Error = err.Error()
		}
		if err := out.Encode(res); err != nil {
			panic(err)
		}
	}
}

func answer(req request) (string, error) {
	switch req.Engine {
	case "external-secrets":
		return externalSecrets(req)
	case "vault-secrets":
		return vaultSecrets(req)
	case "sealed-secrets":
		return unseal(req)
	}
	return "", errors.New("unknown engine " + req.Engine)
}

// As runtime/template/v2 of external-secrets: all values are strings, and a missing one is an error.
func externalSecrets(req request) (string, error) {
	data := map[string]string{}
	for _, src := range req.Sources {
		for name, value := range src.Values {
			if src.Rewrite != nil {
				name = regexp.MustCompile(src.Rewrite.Source).ReplaceAllString(name, src.Rewrite.Target)
			}
			data[name] = value
		}
	}
	funcs := sprig.TxtFuncMap()
	delete(funcs, "env")
	delete(funcs, "expandenv")
	return execute(template.New("").Option("missingkey=error").Funcs(funcs), req.Template, data)
}

// As template and helpers of vault-secrets-operator: values may be anything, and no option is set.
func vaultSecrets(req request) (string, error) {
	secrets := map[string]any{}
	for _, src := range req.Sources {
		for name, value := range src.Values {
			secrets[name] = value
		}
	}
	input := struct{ Secrets map[string]any }{secrets}
	return execute(template.New("").Funcs(sprig.HermeticTxtFuncMap()), req.Template, input)
}

func execute(tmpl *template.Template, text string, data any) (string, error) {
	parsed, err := tmpl.Parse(text)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	err = parsed.Execute(&out, data)
	return out.String(), err
}

func unseal(req request) (string, error) {
	block, _ := pem.Decode([]byte(req.Key))
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return "", err
	}
	ciphertext, err := base64.StdEncoding.DecodeString(req.Ciphertext)
	if err != nil {
		return "", err
	}
	keys := map[string]*rsa.PrivateKey{"": key.(*rsa.PrivateKey)}
	text, err := crypto.HybridDecrypt(rand.Reader, keys, ciphertext, []byte(req.Label))
	return string(text), err
}
